// Puts the links that documents themselves make.
CYPHER 5
UNWIND $rows AS row
MATCH (a:Recital {id: row.from})
MATCH (b:Recital {id: row.to})
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.props
