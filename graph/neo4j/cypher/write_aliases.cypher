// Leads from symbols to the instruments that go by them.
CYPHER 5
UNWIND $rows AS row
MATCH (i:Recital {id: row.id}) USING INDEX SEEK i:Recital(id)
CALL (i) {
  MATCH (i)<-[old:ALIAS_OF]-(:RecitalAlias)
  DELETE old
}
UNWIND row.aliases AS alias
MERGE (a:RecitalAlias {id: alias[0]})
CREATE (a)-[:ALIAS_OF {rank: alias[1]}]->(i)
