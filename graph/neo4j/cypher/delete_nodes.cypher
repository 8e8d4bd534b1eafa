// Takes out nodes that no document speaks of any more.
CYPHER 5
UNWIND $ids AS id
MATCH (n:Recital {id: id}) USING INDEX SEEK n:Recital(id)
DETACH DELETE n
