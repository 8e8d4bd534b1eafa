// Puts nodes that may stand in several documents and are not there yet.
CYPHER 5
UNWIND $rows AS row
CREATE (n:Recital:$(row.labels))
SET n += row.props
