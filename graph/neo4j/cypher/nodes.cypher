// The nodes with the given ids; for an id that no node has, the instrument whose symbol, or else alias, it is.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS at, null AS labels, null AS node
UNION ALL
UNWIND range(0, size($p.ids) - 1) AS at
OPTIONAL MATCH (exact:Recital {id: $p.ids[at]})
OPTIONAL CALL (at, exact) {
  WITH at WHERE exact IS NULL
  MATCH (:RecitalAlias {id: $p.ids[at]})-[a:ALIAS_OF]->(i:Recital)
  RETURN i ORDER BY a.rank, i.id LIMIT 1
}
WITH at, coalesce(exact, i) AS n
WHERE n IS NOT NULL
RETURN null AS guard, at, labels(n) AS labels, n{.*, words: null, keys: null} AS node
UNION ALL
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS at, null AS labels, null AS node
