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
  WITH [r, p, far] AS entry, coalesce(r.order, 0) AS place, p.id AS from, far.id AS to
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
WITH before, at, total, start, CASE WHEN $p.source AND size(cut) > 0 THEN [n.id,
  CASE WHEN $p.sourceTitle THEN [n.title, n.date] END,
  CASE WHEN $p.sourceOutline THEN [n.symbol, n.kind, n.body, n.session, n.basis, n.held, n.cites, n.citedBy] END,
  CASE WHEN $p.sourceDetail THEN [n.aliases, n.names, n.procedure, n.subjects] END] END AS source, [
  [x IN cut | [x[0].owner, x[0].order, x[0].date, x[0].act, x[0].confidence]],
  CASE WHEN $p.quote THEN [x IN cut | [x[0].quote, x[0].start, x[0].end, x[0].rule]] END,
  CASE WHEN $p.words THEN [x IN cut | [x[0].wordsStart, x[0].wordsEnd, x[0].note]] END,
  CASE WHEN $p.claims THEN [x IN cut | [x[0].pinpoint, x[0].printedDate, x[0].printedTitle, x[0].findings, x[0].findingDetails,
    x[0].alternatives, x[0].alternativeConfidences]] END,
  [x IN cut | x[2].id],
  CASE WHEN $p.farTitle THEN [x IN cut | [x[2].title, x[2].date]] END,
  CASE WHEN $p.farOutline THEN [x IN cut | [x[2].symbol, x[2].kind, x[2].body, x[2].session, x[2].basis, x[2].held, x[2].cites,
    x[2].citedBy]] END,
  CASE WHEN $p.farDetail THEN [x IN cut | [x[2].aliases, x[2].names, x[2].procedure, x[2].subjects]] END,
  null, null, null, null,
  [x IN cut | x[1].id],
  CASE WHEN $p.outline THEN [x IN cut | [x[1].part, x[1].order, x[1].opening, x[1].act, x[1].start, x[1].end, x[1].date]] END,
  CASE WHEN $p.text THEN [x IN cut | [x[1].text, x[1].noteMarks, x[1].notes, x[1].noteStarts, x[1].noteEnds, x[1].noteAts]] END] AS page
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
RETURN [before, [c.count, c.count % 2 = 1 AND c.until > timestamp()]] AS guards, at, total, start, source, page
