// Counts the paragraphs that name the given rights and actors.
CYPHER 5
UNWIND $ids AS id
MATCH (n:Recital {id: id}) USING INDEX SEEK n:Recital(id)
WHERE n:Right OR n:Actor
WITH n, COUNT { MATCH (n)<-[:NAMES]-(p:Paragraph&Recital) RETURN DISTINCT p } AS mentions
WHERE coalesce(n.mentions, 0) <> mentions
SET n.mentions = mentions
