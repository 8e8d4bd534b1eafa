// Takes out nodes that no document speaks of any more.
CYPHER 5
UNWIND $ids AS id
MATCH (n:Recital {id: id})
DETACH DELETE n
