// Any page of the citations of each instrument that a filter lets through, in the order of its text.
CYPHER 5
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
WITH [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS before
UNWIND range(0, size($p.ids) - 1) AS at
OPTIONAL MATCH (n:Recital {id: $p.ids[at]})
CALL (n) {
  MATCH (n)<-[:PART_OF]-(p:Paragraph)-[r:CITES]->(far:Recital)
  WHERE ($p.acts IS NULL OR coalesce(r.act, '') IN $p.acts)
    AND ($p.farNodes IS NULL OR any(label IN labels(far) WHERE label IN $p.farNodes))
    AND ($p.roles IS NULL OR '' IN $p.roles)
    AND ($p.since IS NULL OR r.date >= $p.since)
    AND ($p.until IS NULL OR r.date <= $p.until)
    AND ($p.confidence = 0.0 OR coalesce(r.confidence, 0.0) >= $p.confidence)
    AND (NOT $p.findings OR r.findings IS NOT NULL)
    AND ($p.farKinds IS NULL AND $p.farBodies IS NULL OR far:Instrument
      AND ($p.farKinds IS NULL OR coalesce(far.kind, '') IN $p.farKinds)
      AND ($p.farBodies IS NULL OR coalesce(far.body, '') IN $p.farBodies))
  WITH [r, far, p] AS entry, coalesce(r.order, 0) AS place, p.id AS from, far.id AS to
  ORDER BY place, from, to
  WITH collect(entry) AS found, sum(CASE WHEN $p.bounded AND (
    place < $p.place OR place = $p.place AND (
    'CITES' < $p.type OR 'CITES' = $p.type AND (
    from < $p.from OR from = $p.from AND (
    to < $p.to OR to = $p.to AND NOT $p.backward)))) THEN 1 ELSE 0 END) AS passed
  WITH found, CASE WHEN $p.bounded OR NOT $p.backward THEN passed ELSE size(found) END AS edge
  WITH found, CASE WHEN NOT $p.backward THEN edge WHEN edge > $p.limit THEN edge - $p.limit ELSE 0 END AS start, edge
  RETURN size(found) AS total, start, found[start..CASE WHEN $p.backward THEN edge ELSE start + $p.limit END] AS cut
}
CALL (cut) {
  UNWIND range(0, size(cut) - 1) AS k
  WITH k, cut[k][0] AS r, cut[k][1] AS far, cut[k][2] AS p
  WITH k, [[r.owner, r.order, r.date, r.act, r.confidence, r.pinpoint, r.printedDate, r.printedTitle, r.findings, r.findingDetails,
    r.quote, r.start, r.end, r.wordsStart, r.wordsEnd, r.note, r.rule, r.alternatives, r.alternativeConfidences],
    [far.id, far.symbol, far.aliases, far.names, far.kind, far.title, far.date, far.body, far.session, far.basis, far.held,
      far.procedure, far.subjects, far.cites, far.citedBy], null,
    [p.id, p.place, p.part, p.order, p.opening, p.act, p.text, p.start, p.end, p.date, p.noteMarks, p.notes, p.noteStarts, p.noteEnds,
      p.noteAts]] AS entry ORDER BY k
  RETURN collect(entry) AS page
}
WITH before, at, total, page, start, CASE WHEN n IS NOT NULL THEN [n.id, n.symbol, n.aliases, n.names, n.kind, n.title, n.date, n.body,
  n.session, n.basis, n.held, n.procedure, n.subjects, n.cites, n.citedBy] END AS source
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
RETURN [before, [c.count, c.count % 2 = 1 AND c.until > timestamp()]] AS guards, at, total, source, page, start
