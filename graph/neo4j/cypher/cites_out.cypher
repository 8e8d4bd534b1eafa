// The first citations of each instrument, in the order of its text.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS at, null AS total, null AS source, null AS page
UNION ALL
UNWIND range(0, size($p.ids) - 1) AS at
MATCH (n:Recital {id: $p.ids[at]})
CALL (n) {
  MATCH (n)<-[:PART_OF]-(p:Paragraph)-[r:CITES]->(far:Recital)
  WITH r, p, far ORDER BY r.order, p.id, far.id LIMIT $p.limit
  RETURN collect([r, far, null, p]) AS page
}
CALL (n, page) {
  WITH n WHERE $p.total AND size(page) = $p.limit
  MATCH (n)<-[:PART_OF]-(:Paragraph)-[:CITES]->(:Recital)
  RETURN count(*) AS total
}
RETURN null AS guard, at, total, CASE WHEN size(page) > 0 THEN n END AS source, page
UNION ALL
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS at, null AS total, null AS source, null AS page
