// Notes which documents are held and what they say of nodes that others speak of too.
CYPHER 5
UNWIND $rows AS row
MERGE (s:RecitalSource {id: row.id})
SET s = row
