// Puts the links that documents themselves make.
CYPHER 5
UNWIND $rows AS row
MATCH (a:Recital {id: row.from}) USING INDEX SEEK a:Recital(id)
MATCH (b:Recital {id: row.to}) USING INDEX SEEK b:Recital(id)
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.props
