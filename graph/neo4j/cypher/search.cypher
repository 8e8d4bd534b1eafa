// A page of the nodes that hold the words of a query, as the index $index has them. $rest are words that it cannot look for.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS total, null AS page, null AS beyond
UNION ALL
CALL db.index.fulltext.queryNodes($p.index, $p.lucene) YIELD node AS n
WHERE n:Recital AND ($p.kinds IS NULL OR any(label IN labels(n) WHERE label IN $p.kinds))
  AND all(word IN $p.rest WHERE (' ' + n.words + ' ') CONTAINS word)
OPTIONAL MATCH (owner:Instrument&Recital {id: n.instrument})
WITH n, CASE WHEN n:Instrument THEN n ELSE owner END AS i
WHERE ($p.instrumentKinds IS NULL OR coalesce(i.kind, '') IN $p.instrumentKinds AND i IS NOT NULL)
  AND ($p.bodies IS NULL OR coalesce(i.body, '') IN $p.bodies AND i IS NOT NULL)
  AND ($p.since IS NULL OR i.date >= $p.since)
  AND ($p.until IS NULL OR i.date <= $p.until)
  AND ($p.held IS NULL OR i.held = $p.held)
WITH collect([CASE
    WHEN n:Paragraph THEN 2
    WHEN $p.whole IN n.keys OR n:Instrument
      AND (n.symbol IN $p.symbols OR any(alias IN coalesce(n.aliases, []) WHERE alias IN $p.symbols)) THEN 0
    ELSE 1 END, -coalesce(i.citedBy, 0), n.id, n, i]) AS found
CALL (found) {
  UNWIND found AS row
  WITH row[0] AS class, row[1] AS rank, row[2] AS id, row[3] AS n, row[4] AS i
  WHERE NOT $p.bounded
    OR NOT $p.backward AND (class > $p.class OR class = $p.class AND (rank > $p.rank OR rank = $p.rank AND id > $p.id))
    OR $p.backward AND (class < $p.class OR class = $p.class AND (rank < $p.rank OR rank = $p.rank AND id < $p.id))
  WITH class, rank, id, n, i
  ORDER BY CASE WHEN NOT $p.backward THEN class END, CASE WHEN NOT $p.backward THEN rank END, CASE WHEN NOT $p.backward THEN id END,
    CASE WHEN $p.backward THEN class END DESC, CASE WHEN $p.backward THEN rank END DESC, CASE WHEN $p.backward THEN id END DESC
  LIMIT $p.limit
  RETURN collect([class, labels(n), n{.*, words: null, keys: null},
    CASE WHEN n:Paragraph THEN i{.*, words: null, keys: null} END]) AS page
}
CALL (found) {
  UNWIND CASE WHEN $p.bounded THEN found ELSE [] END AS row
  WITH row[0] AS class, row[1] AS rank, row[2] AS id
  WHERE $p.backward AND (class > $p.class OR class = $p.class AND (rank > $p.rank OR rank = $p.rank AND id >= $p.id))
    OR NOT $p.backward AND (class < $p.class OR class = $p.class AND (rank < $p.rank OR rank = $p.rank AND id <= $p.id))
  RETURN count(*) > 0 AS beyond
}
RETURN null AS guard, size(found) AS total, page, beyond
UNION ALL
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS total, null AS page, null AS beyond
