// The ids of the nodes that stand in several documents, or may.
CYPHER 5
MATCH (n:Instrument|Provision|Right|Actor)
WHERE n:Recital
RETURN n.id AS id
