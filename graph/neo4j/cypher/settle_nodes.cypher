// Sets what citations together say of instruments; their labels stay.
CYPHER 5
UNWIND $rows AS row
MATCH (n:Recital {id: row.id}) USING INDEX SEEK n:Recital(id)
SET n = row.props
