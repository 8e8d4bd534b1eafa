// The links between instruments that leave or reach each of the given ones, as far as a walk looks at them.
CYPHER 5
UNWIND range(0, size($p.ids) - 1) AS at
MATCH (n:Recital {id: $p.ids[at]})
CALL (n) {
  WITH n WHERE NOT $p.incoming
  MATCH (n)-[r:CITES]->(far:Instrument&Recital)
  RETURN r, far
  UNION ALL
  WITH n WHERE $p.incoming
  MATCH (n)<-[r:CITES]-(far:Instrument&Recital)
  RETURN r, far
}
WITH at, r, far
WHERE r.count IS NOT NULL
  AND ($p.acts IS NULL OR any(act IN coalesce(r.acts, []) WHERE act IN $p.acts))
  AND ($p.until IS NULL OR r.date <= $p.until)
  AND ($p.farKinds IS NULL OR coalesce(far.kind, '') IN $p.farKinds)
  AND ($p.farBodies IS NULL OR coalesce(far.body, '') IN $p.farBodies)
RETURN at, collect([far.id, far.citedBy, far.kind, far.body, far.cites]) AS hops
