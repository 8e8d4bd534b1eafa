// The first instruments that each instrument rests on, in the order of its text.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS at, null AS total, null AS source, null AS page
UNION ALL
UNWIND range(0, size($p.ids) - 1) AS at
MATCH (n:Recital {id: $p.ids[at]})
CALL (n) {
  WITH n WHERE n:Instrument
  MATCH (n)-[r:CITES]->(far:Recital)
  WITH r, far ORDER BY coalesce(r.order, 0), far.id LIMIT $p.limit
  OPTIONAL MATCH (p:Recital {id: r.paragraph})
  RETURN collect([r, far, null, p]) AS page
}
CALL (n, page) {
  WITH n WHERE $p.total AND size(page) = $p.limit
  MATCH (n)-[:CITES]->(:Recital)
  RETURN count(*) AS total
}
RETURN null AS guard, at, total, CASE WHEN size(page) > 0 THEN n END AS source, page
UNION ALL
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS at, null AS total, null AS source, null AS page
