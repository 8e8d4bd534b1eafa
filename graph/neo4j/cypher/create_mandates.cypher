// Puts the mandates of documents.
CYPHER 5
UNWIND $rows AS props
CREATE (n:Recital:Mandate)
SET n += props
