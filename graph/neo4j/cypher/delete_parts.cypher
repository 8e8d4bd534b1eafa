// Takes out what the documents of the given instruments say, but not the nodes that others may speak of.
CYPHER 5
UNWIND $ids AS id
MATCH (i:Recital {id: id}) USING INDEX SEEK i:Recital(id)
CALL (i) {
  MATCH (i)-[r:CITES]->(:Recital) WHERE r.owner = i.id
  DELETE r
}
CALL (i) {
  MATCH (i)<-[:PART_OF]-(p:Paragraph&Recital)
  OPTIONAL MATCH (p)<-[:PART_OF]-(part:Mandate|Mention)
  DETACH DELETE part, p
}
