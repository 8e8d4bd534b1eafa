// Puts the mentions of documents.
CYPHER 5
UNWIND $rows AS props
CREATE (n:Recital:Mention)
SET n += props
