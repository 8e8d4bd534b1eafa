// A page of the nodes that hold the words of a query, as the indexes have them: $names that of names, null where none is asked for; $texts
// whether paragraphs are. $rest are words that the indexes cannot look for, $words all of them. Hits in texts are counted by text until the page
// is cut: all of a text's have its class and rank, and their ids begin with its id and "#", so a page needs at most as many texts as it has
// entries, and the one that its bound is in. Each hit by itself would take all memory where a letter begins a word of most paragraphs.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS total, null AS page, null AS beyond
UNION ALL
CALL () {
  WITH $p.names AS names WHERE names IS NOT NULL
  CALL db.index.fulltext.queryNodes(names, $p.lucene) YIELD node AS n
  WHERE n:Recital AND NOT n:Paragraph AND ($p.kinds IS NULL OR any(label IN labels(n) WHERE label IN $p.kinds))
    AND all(word IN $p.rest WHERE (' ' + n.words + ' ') CONTAINS word)
  WITH n, CASE WHEN n:Instrument THEN n END AS i, 1 AS hits
  RETURN CASE
    WHEN $p.whole IN n.keys OR n:Instrument
      AND (n.symbol IN $p.symbols OR any(alias IN coalesce(n.aliases, []) WHERE alias IN $p.symbols)) THEN 0
    ELSE 1 END AS class, n.id AS id, n, i, hits
  UNION ALL
  WITH 1 AS one WHERE $p.texts
  CALL db.index.fulltext.queryNodes('recital_words', $p.lucene) YIELD node AS n
  WHERE n:Paragraph AND n:Recital AND all(word IN $p.rest WHERE (' ' + n.words + ' ') CONTAINS word)
  WITH n.instrument AS text, count(*) AS hits
  MATCH (i:Instrument&Recital {id: text})
  RETURN 2 AS class, text + '#' AS id, i AS n, i, hits
}
WITH class, id, n, i, hits
WHERE ($p.instrumentKinds IS NULL OR coalesce(i.kind, '') IN $p.instrumentKinds AND i IS NOT NULL)
  AND ($p.bodies IS NULL OR coalesce(i.body, '') IN $p.bodies AND i IS NOT NULL)
  AND ($p.since IS NULL OR i.date >= $p.since)
  AND ($p.until IS NULL OR i.date <= $p.until)
  AND ($p.held IS NULL OR i.held = $p.held)
WITH class, -coalesce(i.citedBy, 0) AS rank, id, n, hits
ORDER BY CASE WHEN NOT $p.backward THEN class END, CASE WHEN NOT $p.backward THEN rank END, CASE WHEN NOT $p.backward THEN id END,
  CASE WHEN $p.backward THEN class END DESC, CASE WHEN $p.backward THEN rank END DESC, CASE WHEN $p.backward THEN id END DESC
WITH collect([class, rank, id, n, hits]) AS found
CALL (found) {
  UNWIND CASE WHEN $p.bounded THEN found ELSE [] END AS row
  WITH row[0] AS class, row[1] AS rank, row[2] AS id, row[3] AS of
  WHERE $p.backward AND (class > $p.class OR class = $p.class AND (rank > $p.rank OR rank = $p.rank AND id >= $p.id))
    OR NOT $p.backward AND (class < $p.class OR class = $p.class AND (rank < $p.rank
      OR rank = $p.rank AND id <= $p.id AND NOT (class = 2 AND $p.id STARTS WITH id)))
    OR class = 2 AND class = $p.class AND rank = $p.rank AND $p.id STARTS WITH id AND EXISTS {
      MATCH (of)<-[:PART_OF]-(n:Paragraph&Recital)
      WHERE ($p.backward AND n.id >= $p.id OR NOT $p.backward AND n.id <= $p.id)
        AND all(word IN $p.words WHERE (' ' + n.words + ' ') CONTAINS word)
    }
  RETURN count(*) > 0 AS beyond
}
CALL (found) {
  UNWIND found AS row
  WITH row, row[0] AS class, row[1] AS rank, row[2] AS id
  WHERE NOT $p.bounded
    OR NOT $p.backward AND (class > $p.class OR class = $p.class AND (rank > $p.rank
      OR rank = $p.rank AND (id > $p.id OR class = 2 AND $p.id STARTS WITH id)))
    OR $p.backward AND (class < $p.class OR class = $p.class AND (rank < $p.rank OR rank = $p.rank AND id < $p.id))
  LIMIT $p.limit + 1
  RETURN collect(row) AS near
}
// There is one row. Made anew it lets go of found, which the server would count with each row that is sorted from here on.
WITH sum(reduce(sum = 0, row IN found | sum + row[4])) AS total, collect(beyond)[0] AS beyond, collect(near)[0] AS near
CALL (near) {
  UNWIND near AS row
  WITH row[0] AS class, row[1] AS rank, row[3] AS of
  CALL (class, of) {
    WITH of AS n WHERE class < 2
    RETURN n
    UNION ALL
    WITH of AS i WHERE class = 2
    MATCH (i)<-[:PART_OF]-(n:Paragraph&Recital)
    WHERE all(word IN $p.words WHERE (' ' + n.words + ' ') CONTAINS word)
    RETURN n
  }
  WITH class, rank, n, of AS i
  WHERE NOT $p.bounded OR class <> $p.class OR rank <> $p.rank
    OR NOT $p.backward AND n.id > $p.id OR $p.backward AND n.id < $p.id
  WITH class, rank, n, i
  ORDER BY CASE WHEN NOT $p.backward THEN class END, CASE WHEN NOT $p.backward THEN rank END, CASE WHEN NOT $p.backward THEN n.id END,
    CASE WHEN $p.backward THEN class END DESC, CASE WHEN $p.backward THEN rank END DESC, CASE WHEN $p.backward THEN n.id END DESC
  LIMIT $p.limit
  RETURN collect([class, labels(n), n{.*, words: null, keys: null},
    CASE WHEN n:Paragraph THEN i{.*, words: null, keys: null} END]) AS page
}
RETURN null AS guard, total, page, beyond
UNION ALL
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS total, null AS page, null AS beyond
