// Puts links that several documents may say; what a text says of itself goes before what others know of it.
CYPHER 5
UNWIND $rows AS row
MATCH (a:Recital {id: row.from}) USING INDEX SEEK a:Recital(id)
MATCH (b:Recital {id: row.to}) USING INDEX SEEK b:Recital(id)
MERGE (a)-[r:$(row.type) {order: row.props.order}]->(b)
WITH r, row
WHERE coalesce(r.owner, '') <= coalesce(row.props.owner, '')
SET r = row.props
