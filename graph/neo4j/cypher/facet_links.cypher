// The facets of the links of one node that a filter lets through.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS key, null AS value, null AS count
UNION ALL
MATCH (n:Recital {id: $p.id})
CALL (n) {
  WITH n WHERE $p.own AND NOT $p.incoming
  MATCH (n)-[r:CITES|PINPOINTS|NAMES|PART_OF|BASED_ON|ADOPTED_BY|ADDRESSES|MAY_MEAN]->(far:Recital)
  RETURN r, far
  UNION ALL
  WITH n WHERE $p.lifted AND NOT $p.incoming AND n:Instrument
  MATCH (n)<-[:PART_OF]-(:Paragraph)-[r:CITES|PINPOINTS|NAMES]->(far:Recital)
  RETURN r, far
  UNION ALL
  WITH n WHERE $p.incoming
  MATCH (n)<-[r:CITES|PINPOINTS|NAMES|PART_OF|BASED_ON|ADOPTED_BY|ADDRESSES|MAY_MEAN]-(far:Recital)
  RETURN r, far
}
WITH r, far, CASE WHEN r.count IS NULL THEN type(r) ELSE 'RESTS_ON' END AS type
OPTIONAL MATCH (i:Instrument&Recital {id: coalesce(far.instrument, far.id)})
WITH r, far, i, type, CASE WHEN type = 'RESTS_ON' THEN coalesce(r.acts, []) ELSE [coalesce(r.act, '')] END AS acts
WHERE ($p.types IS NULL OR type IN $p.types)
  AND ($p.acts IS NULL OR any(act IN acts WHERE act IN $p.acts))
  AND ($p.farNodes IS NULL OR any(label IN labels(far) WHERE label IN $p.farNodes))
  AND ($p.roles IS NULL OR coalesce(r.role, '') IN $p.roles)
  AND ($p.since IS NULL OR r.date >= $p.since)
  AND ($p.until IS NULL OR r.date <= $p.until)
  AND ($p.confidence = 0.0 OR coalesce(r.confidence, 0.0) >= $p.confidence OR NOT type IN ['CITES', 'RESTS_ON', 'MAY_MEAN'])
  AND (NOT $p.findings OR r.findings IS NOT NULL)
  AND ($p.farKinds IS NULL OR i IS NOT NULL AND coalesce(i.kind, '') IN $p.farKinds)
  AND ($p.farBodies IS NULL OR i IS NOT NULL AND coalesce(i.body, '') IN $p.farBodies)
OPTIONAL MATCH (p:Paragraph&Recital {id: CASE WHEN type = 'RESTS_ON' THEN r.paragraph ELSE startNode(r).id END})
WITH collect([i, acts, p]) AS found
UNWIND $p.keys AS key
UNWIND found AS row
WITH key, row[0] AS i, row[1] AS acts, row[2] AS p
UNWIND CASE key
  WHEN 'BODY' THEN [i.body]
  WHEN 'YEAR' THEN [toString(i.year)]
  WHEN 'SESSION' THEN [i.session]
  WHEN 'KIND' THEN [i.kind]
  WHEN 'ACT' THEN acts
  WHEN 'RIGHT' THEN COLLECT { MATCH (p)-[:NAMES]->(x:Right&Recital) RETURN DISTINCT x.id }
  ELSE COLLECT { MATCH (p)-[:NAMES]->(x:Actor&Recital) RETURN DISTINCT x.id } END AS value
WITH key, value, count(*) AS count
WHERE value IS NOT NULL AND value <> ''
RETURN null AS guard, key, value, count
UNION ALL
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS key, null AS value, null AS count
