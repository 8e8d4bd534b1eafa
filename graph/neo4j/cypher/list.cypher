// A page, the number and the facets of the nodes of one kind that a filter lets through. $from names the way to the
// nodes that are looked at: a label, what carries links to $anchor, or what is part of $partOf.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS total, null AS page, null AS beyond, null AS facets
UNION ALL
CALL () {
  WITH 1 AS one WHERE $p.states IS NOT NULL
  MATCH (h:Instrument&Recital)
  WHERE h.held AND h.kind IN $p.sessionKinds AND h.session =~ '[0-9]+' AND ($p.asOf IS NULL OR h.date <= $p.asOf)
  WITH h.body AS body, max(toInteger(h.session)) AS session
  RETURN collect([body, session]) AS lasts
}
CALL () {
  WITH 1 AS one WHERE $p.from = 'Instrument' MATCH (n:Instrument&Recital) RETURN n
  UNION ALL
  WITH 1 AS one WHERE $p.from = 'Paragraph' MATCH (n:Paragraph&Recital) RETURN n
  UNION ALL
  WITH 1 AS one WHERE $p.from = 'Provision' MATCH (n:Provision&Recital) RETURN n
  UNION ALL
  WITH 1 AS one WHERE $p.from = 'Right' MATCH (n:Right&Recital) RETURN n
  UNION ALL
  WITH 1 AS one WHERE $p.from = 'Actor' MATCH (n:Actor&Recital) RETURN n
  UNION ALL
  WITH 1 AS one WHERE $p.from = 'Mandate' MATCH (n:Mandate&Recital) RETURN n
  UNION ALL
  WITH 1 AS one WHERE $p.from = 'Mention' MATCH (n:Mention&Recital) RETURN n
  UNION ALL
  WITH 1 AS one WHERE $p.from = 'paragraphs with links'
  MATCH (:Recital {id: $p.anchor})<-[:NAMES|CITES]-(n:Paragraph&Recital) RETURN DISTINCT n
  UNION ALL
  WITH 1 AS one WHERE $p.from = 'instruments with links'
  MATCH (:Recital {id: $p.anchor})<-[:NAMES|CITES]-(:Paragraph)-[:PART_OF]->(n:Instrument&Recital) RETURN DISTINCT n
  UNION ALL
  WITH 1 AS one WHERE $p.from = 'parts'
  MATCH (:Recital {id: $p.partOf})<-[:PART_OF]-(n:Paragraph|Provision) WHERE $p.kind IN labels(n) RETURN n
  UNION ALL
  WITH 1 AS one WHERE $p.from = 'parts of paragraphs'
  MATCH (:Recital {id: $p.partOf})<-[:PART_OF]-(:Paragraph)<-[:PART_OF]-(n:Mandate|Mention) WHERE $p.kind IN labels(n) RETURN n
}
OPTIONAL MATCH (owner:Instrument&Recital {id: CASE WHEN $p.about AND $p.kind IN ['Paragraph', 'Mandate', 'Mention'] THEN n.instrument END})
WITH n, CASE WHEN n:Instrument THEN n ELSE owner END AS i, lasts
WHERE ($p.kinds IS NULL OR coalesce(i.kind, '') IN $p.kinds)
  AND ($p.bodies IS NULL OR coalesce(i.body, '') IN $p.bodies)
  AND ($p.sessions IS NULL OR coalesce(i.session, '') IN $p.sessions)
  AND ($p.since IS NULL OR i.date >= $p.since)
  AND ($p.until IS NULL OR i.date <= $p.until)
  AND ($p.held IS NULL OR i.held = $p.held)
  AND ($p.names IS NULL OR all(id IN $p.names WHERE EXISTS { (n)-[:NAMES]->(:Recital {id: id}) }
    OR EXISTS { (n)<-[:PART_OF]-(:Paragraph)-[:NAMES]->(:Recital {id: id}) }))
  AND ($p.cites IS NULL OR all(id IN $p.cites WHERE EXISTS { (n)-[:CITES]->(:Recital {id: id}) }
    OR EXISTS { (n)<-[:PART_OF]-(:Paragraph)-[:CITES]->(:Recital {id: id}) }))
  AND ($p.acts IS NULL OR coalesce(n.act, '') IN $p.acts)
  AND ($p.statuses IS NULL OR n.status IN $p.statuses)
  AND ($p.addressees IS NULL OR coalesce(n.addressee, '') IN $p.addressees)
  AND ($p.forums IS NULL OR coalesce(n.forum, '') IN $p.forums)
  AND ($p.dueSessions IS NULL OR coalesce(n.dueSession, 0) IN $p.dueSessions)
  AND ($p.products IS NULL OR coalesce(n.product, '') IN $p.products)
  AND ($p.states IS NULL OR CASE
    WHEN coalesce(n.forum, '') = '' OR coalesce(n.dueSession, 0) = 0 THEN 'UNDATED'
    WHEN n.forum IN $p.yearlyBodies AND n.dueSession < $p.firstYear THEN 'UNDATED'
    WHEN EXISTS {
      MATCH (:Recital {id: n.instrument})<-[c:CITES]-(:Instrument&Recital)-[:CITES]->(a:Instrument&Recital)
      WHERE (n.date IS NULL OR c.date >= n.date) AND ($p.asOf IS NULL OR c.date <= $p.asOf) AND a.kind IN ['REPORT', 'DOCUMENT'] AND a.body = n.forum
        AND a.session = toString(n.dueSession)
    } THEN 'ANSWERED'
    WHEN any(last IN lasts WHERE last[0] = n.forum AND last[1] > n.dueSession) THEN 'OVERDUE'
    ELSE 'PENDING' END IN $p.states)
  AND (NOT $p.findings OR n.findings IS NOT NULL
    OR EXISTS { MATCH (n)-[c:CITES]->(:Recital) WHERE c.findings IS NOT NULL }
    OR EXISTS { MATCH (n)<-[:PART_OF]-(:Paragraph)-[c:CITES]->(:Recital) WHERE c.findings IS NOT NULL })
WITH collect([CASE $p.order
    WHEN 'DATE' THEN -toInteger(replace(coalesce(n.date, '0'), '-', ''))
    WHEN 'DATE_ASC' THEN toInteger(replace(coalesce(n.date, '99999999'), '-', ''))
    WHEN 'CITED_BY' THEN -coalesce(n.citedBy, n.mentions, 0)
    ELSE 0 END,
  CASE WHEN $p.order = 'TEXT' THEN coalesce(n.instrument, n.id) ELSE '' END,
  CASE WHEN $p.order <> 'TEXT' THEN 0 WHEN n:Paragraph THEN n.order * 4294967296 ELSE coalesce(n.order, 0) END,
  n.id, n, i]) AS found
CALL (found) {
  UNWIND CASE WHEN $p.limit > 0 THEN found ELSE [] END AS row
  WITH row[0] AS rank, row[1] AS home, row[2] AS place, row[3] AS id, row[4] AS n
  WHERE NOT $p.bounded
    OR NOT $p.backward AND (rank > $p.rank OR rank = $p.rank AND (home > $p.home OR home = $p.home AND (
      place > $p.place OR place = $p.place AND id > $p.id)))
    OR $p.backward AND (rank < $p.rank OR rank = $p.rank AND (home < $p.home OR home = $p.home AND (
      place < $p.place OR place = $p.place AND id < $p.id)))
  WITH rank, home, place, id, n
  ORDER BY CASE WHEN NOT $p.backward THEN rank END, CASE WHEN NOT $p.backward THEN home END,
    CASE WHEN NOT $p.backward THEN place END, CASE WHEN NOT $p.backward THEN id END,
    CASE WHEN $p.backward THEN rank END DESC, CASE WHEN $p.backward THEN home END DESC,
    CASE WHEN $p.backward THEN place END DESC, CASE WHEN $p.backward THEN id END DESC
  LIMIT $p.limit
  RETURN collect([labels(n), n{.*, words: null, keys: null}]) AS page
}
CALL (found) {
  UNWIND CASE WHEN $p.bounded THEN found ELSE [] END AS row
  WITH row[0] AS rank, row[1] AS home, row[2] AS place, row[3] AS id
  WHERE $p.backward AND (rank > $p.rank OR rank = $p.rank AND (home > $p.home OR home = $p.home AND (
      place > $p.place OR place = $p.place AND id >= $p.id)))
    OR NOT $p.backward AND (rank < $p.rank OR rank = $p.rank AND (home < $p.home OR home = $p.home AND (
      place < $p.place OR place = $p.place AND id <= $p.id)))
  RETURN count(*) > 0 AS beyond
}
CALL (found) {
  UNWIND $p.keys AS key
  UNWIND found AS row
  WITH key, row[4] AS n, row[5] AS i
  UNWIND CASE key
    WHEN 'BODY' THEN [i.body]
    WHEN 'YEAR' THEN [toString(i.year)]
    WHEN 'SESSION' THEN [i.session]
    WHEN 'KIND' THEN [i.kind]
    WHEN 'ACT' THEN CASE WHEN n:Instrument THEN COLLECT { MATCH (n)<-[:PART_OF]-(q:Paragraph) RETURN DISTINCT q.act } ELSE [n.act] END
    WHEN 'RIGHT' THEN COLLECT {
      MATCH (n)-[:NAMES]->(x:Right&Recital) RETURN x.id
      UNION
      MATCH (n)<-[:PART_OF]-(:Paragraph)-[:NAMES]->(x:Right&Recital) RETURN x.id
      UNION
      MATCH (n:Mandate|Mention)-[:PART_OF]->(:Paragraph)-[:NAMES]->(x:Right&Recital) RETURN x.id
    }
    ELSE CASE WHEN n:Mandate THEN [n.addressee] ELSE COLLECT {
      MATCH (n)-[:NAMES]->(x:Actor&Recital) RETURN x.id
      UNION
      MATCH (n)<-[:PART_OF]-(:Paragraph)-[:NAMES]->(x:Actor&Recital) RETURN x.id
      UNION
      MATCH (n:Mention)-[:PART_OF]->(:Paragraph)-[:NAMES]->(x:Actor&Recital) RETURN x.id
    } END END AS value
  WITH key, value, count(*) AS count
  WHERE value IS NOT NULL AND value <> ''
  RETURN collect([key, value, count]) AS facets
}
RETURN null AS guard, size(found) AS total, page, beyond, facets
UNION ALL
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS total, null AS page, null AS beyond, null AS facets
