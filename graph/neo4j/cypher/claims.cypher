// What the citations of each instrument say of it.
CYPHER 5
UNWIND $ids AS id
MATCH (i:Recital {id: id}) USING INDEX SEEK i:Recital(id)
MATCH (i)<-[r:CITES]-(p:Paragraph&Recital)
WHERE r.printedDate IS NOT NULL OR r.printedTitle IS NOT NULL
RETURN id, collect([r.owner, r.printedDate, r.printedTitle]) AS claims
