// Puts the paragraphs of documents.
CYPHER 5
UNWIND $rows AS props
CREATE (n:Recital:Paragraph)
SET n += props
