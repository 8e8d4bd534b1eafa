"""Opens exports with the programs they are for and prints what those find, as JSON.

usage: python open.py FILE.graphml FILE.gexf FILE.jsonld
"""

import json
import sys

import igraph
import networkx
from pyld import jsonld

graphml, gexf, linked = sys.argv[1:]
found = {}
for name, graph in {
    "networkx GraphML": networkx.read_graphml(graphml),
    "networkx GEXF": networkx.read_gexf(gexf),
}.items():
    found[name] = [graph.number_of_nodes(), graph.number_of_edges()]
graph = igraph.Graph.Read_GraphML(graphml)
found["igraph GraphML"] = [graph.vcount(), graph.ecount()]

CITES = "http://data.europa.eu/eli/ontology#cites"
with open(linked, encoding="utf-8") as file:
    resources = jsonld.expand(json.load(file))
found["PyLD"] = [len(resources), sum(len(r.get(CITES, [])) for r in resources)]
print(json.dumps(found))
