// Sets links that several documents may say to what they say now; without props they are gone.
CYPHER 5
UNWIND $rows AS row
MATCH (a:Recital {id: row.from}) USING INDEX SEEK a:Recital(id)
MATCH (b:Recital {id: row.to}) USING INDEX SEEK b:Recital(id)
CALL (a, b, row) {
  WITH a, b, row WHERE row.props IS NULL
  MATCH (a)-[r:$(row.type) {order: row.order}]->(b)
  DELETE r
}
WITH a, b, row WHERE row.props IS NOT NULL
MERGE (a)-[r:$(row.type) {order: row.order}]->(b)
SET r = row.props
