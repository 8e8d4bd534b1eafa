// One page of the links that end at each node, from the latest.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS at, null AS total, null AS start, null AS length, null AS k, null AS type, null AS from, null AS to, null AS link, null AS labels, null AS far, null AS source, null AS paragraph
UNION ALL
UNWIND range(0, size($p.ids) - 1) AS at
MATCH (n:Recital {id: $p.ids[at]})
CALL (n) {
  MATCH (n)<-[r:CITES|PINPOINTS|NAMES|PART_OF|BASED_ON|ADOPTED_BY|ADDRESSES|MAY_MEAN]-(far:Recital)
  WITH n, r, far, CASE WHEN r.count IS NULL THEN type(r) ELSE 'RESTS_ON' END AS type
  WHERE ($p.types IS NULL OR type IN $p.types)
    AND ($p.acts IS NULL OR any(act IN CASE WHEN type = 'RESTS_ON' THEN coalesce(r.acts, []) ELSE [coalesce(r.act, '')] END WHERE act IN $p.acts))
    AND ($p.farNodes IS NULL OR any(label IN labels(far) WHERE label IN $p.farNodes))
    AND ($p.roles IS NULL OR coalesce(r.role, '') IN $p.roles)
    AND ($p.since IS NULL OR r.date >= $p.since)
    AND ($p.until IS NULL OR r.date <= $p.until)
    AND ($p.confidence = 0.0 OR coalesce(r.confidence, 0.0) >= $p.confidence OR NOT type IN ['CITES', 'RESTS_ON', 'MAY_MEAN'])
    AND (NOT $p.findings OR r.findings IS NOT NULL)
    AND ($p.farKinds IS NULL AND $p.farBodies IS NULL OR EXISTS {
      MATCH (i:Recital {id: coalesce(far.instrument, far.id)})
      WHERE i:Instrument AND ($p.farKinds IS NULL OR coalesce(i.kind, '') IN $p.farKinds)
        AND ($p.farBodies IS NULL OR coalesce(i.body, '') IN $p.farBodies)
    })
  WITH r, type, coalesce(r.date, '') AS date, coalesce(r.owner, '') AS owner, coalesce(r.order, 0) AS place, far.id AS from, n.id AS to
  ORDER BY date DESC, owner, place, type, from
  WITH collect([r, type, from, to]) AS found, sum(CASE WHEN $p.bounded AND (
    date > $p.date OR date = $p.date AND (
    owner < $p.owner OR owner = $p.owner AND (
    place < $p.place OR place = $p.place AND (
    type < $p.type OR type = $p.type AND (
    from < $p.from OR from = $p.from AND (
    to < $p.to OR to = $p.to AND NOT $p.backward)))))) THEN 1 ELSE 0 END) AS passed
  WITH found, CASE WHEN $p.bounded OR NOT $p.backward THEN passed ELSE size(found) END AS edge
  WITH found, CASE WHEN NOT $p.backward THEN edge WHEN edge > $p.limit THEN edge - $p.limit ELSE 0 END AS start, edge
  RETURN size(found) AS total, start, found[start..CASE WHEN $p.backward THEN edge ELSE start + $p.limit END] AS page
}
UNWIND CASE WHEN size(page) = 0 THEN [-1] ELSE range(0, size(page) - 1) END AS k
WITH at, total, start, size(page) AS length, k, CASE WHEN k < 0 THEN [null, null, null, null] ELSE page[k] END AS entry
WITH at, total, start, length, k, entry[0] AS r, entry[1] AS type, entry[2] AS from, entry[3] AS to
WITH *, startNode(r) AS far
OPTIONAL MATCH (source:Recital {id: CASE WHEN $p.source THEN r.owner END})
OPTIONAL MATCH (paragraph:Recital {id: CASE WHEN NOT $p.paragraph THEN null WHEN type = 'RESTS_ON' THEN r.paragraph WHEN far:Paragraph THEN from END})
RETURN null AS guard, at, total, start, length, k, type, from, to, r{.*} AS link, labels(far) AS labels,
  far{.*, words: null, keys: null} AS far,
  source{.*, words: null, keys: null} AS source,
  paragraph{.*, words: null} AS paragraph
UNION ALL
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS at, null AS total, null AS start, null AS length, null AS k, null AS type, null AS from, null AS to, null AS link, null AS labels, null AS far, null AS source, null AS paragraph
