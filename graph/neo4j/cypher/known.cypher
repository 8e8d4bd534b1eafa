// Nodes that may stand in several documents, as those say them.
CYPHER 5
UNWIND $ids AS id
MATCH (n:Recital {id: id}) USING INDEX SEEK n:Recital(id)
RETURN labels(n) AS labels, n{.*, words: null, keys: null} AS node
