// The links that several documents may say.
CYPHER 5
MATCH (a:Instrument|Provision|Right)-[r:PART_OF|BASED_ON|ADOPTED_BY]->(b:Recital)
WHERE a:Recital
RETURN type(r) AS type, a.id AS from, b.id AS to, r.order AS order
