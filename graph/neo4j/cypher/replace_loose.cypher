// Sets links that several documents may say to what they say now; without props they are gone. For the types see write_loose.
CYPHER 5
UNWIND $rows AS row
MATCH (a:Recital {id: row.from}) USING INDEX SEEK a:Recital(id)
MATCH (b:Recital {id: row.to}) USING INDEX SEEK b:Recital(id)
OPTIONAL MATCH (a)-[known:PART_OF|BASED_ON|ADOPTED_BY]->(b)
WHERE type(known) = row.type AND known.order = row.order
CALL (a, b, row, known) {
  WITH a, b, row, known WHERE known IS NULL AND row.props IS NOT NULL
  CREATE (a)-[r:$(row.type)]->(b)
  SET r = row.props
}
CALL (row, known) {
  WITH row, known WHERE row.props IS NULL
  DELETE known
}
WITH row, known
WHERE row.props IS NOT NULL
SET known = row.props
