// The nodes with the given ids; for an id that no node has, the instrument whose symbol, or else alias, it is.
CYPHER 5
UNWIND range(0, size($p.ids) - 1) AS at
OPTIONAL MATCH (exact:Recital {id: $p.ids[at]})
OPTIONAL CALL (at, exact) {
  WITH at WHERE exact IS NULL
  MATCH (:RecitalAlias {id: $p.ids[at]})-[a:ALIAS_OF]->(i:Recital)
  RETURN i ORDER BY a.rank, i.id LIMIT 1
}
WITH at, coalesce(exact, i) AS n
WHERE n IS NOT NULL
RETURN at, labels(n) AS labels, n{.*, words: null, keys: null} AS node
