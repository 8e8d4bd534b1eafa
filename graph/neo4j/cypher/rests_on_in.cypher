// The latest instruments that rest on each instrument.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS at, null AS total, null AS source, null AS page
UNION ALL
UNWIND range(0, size($p.ids) - 1) AS at
MATCH (n:Recital {id: $p.ids[at]})
CALL (n) {
  MATCH (n)<-[r:CITES]-(far:Instrument&Recital)
  WITH r, far ORDER BY coalesce(r.date, '') DESC, r.owner, r.order, far.id LIMIT $p.limit
  OPTIONAL MATCH (p:Recital {id: r.paragraph})
  RETURN collect([r, far, far, p]) AS page
}
CALL (n, page) {
  WITH n WHERE $p.total AND size(page) = $p.limit
  MATCH (n)<-[:CITES]-(:Instrument&Recital)
  RETURN count(*) AS total
}
RETURN null AS guard, at, total, null AS source, page
UNION ALL
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS at, null AS total, null AS source, null AS page
