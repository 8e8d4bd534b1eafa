// Puts links that several documents may say; what a text says of itself goes before what others know of it. The types are written out: Neo4j
// 2026.08.1 finds a link between two known nodes by a type from a parameter, and another link, too, the one that comes next.
CYPHER 5
UNWIND $rows AS row
MATCH (a:Recital {id: row.from}) USING INDEX SEEK a:Recital(id)
MATCH (b:Recital {id: row.to}) USING INDEX SEEK b:Recital(id)
OPTIONAL MATCH (a)-[known:PART_OF|BASED_ON|ADOPTED_BY]->(b)
WHERE type(known) = row.type AND known.order = row.props.order
CALL (a, b, row, known) {
  WITH a, b, row, known WHERE known IS NULL
  CREATE (a)-[r:$(row.type)]->(b)
  SET r = row.props
}
WITH row, known
WHERE coalesce(known.owner, '') <= coalesce(row.props.owner, '')
SET known = row.props
