// Any page of the instruments that rest on each instrument and a filter lets through, from the latest.
CYPHER 5
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
WITH [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS before
UNWIND range(0, size($p.ids) - 1) AS at
OPTIONAL MATCH (n:Recital {id: $p.ids[at]})
CALL (n) {
  MATCH (n)<-[r:CITES]-(far:Instrument&Recital)
  WHERE ($p.acts IS NULL OR any(act IN coalesce(r.acts, []) WHERE act IN $p.acts))
    AND ($p.farNodes IS NULL OR any(label IN labels(far) WHERE label IN $p.farNodes))
    AND ($p.roles IS NULL OR '' IN $p.roles)
    AND ($p.since IS NULL OR r.date >= $p.since)
    AND ($p.until IS NULL OR r.date <= $p.until)
    AND ($p.confidence = 0.0 OR coalesce(r.confidence, 0.0) >= $p.confidence)
    AND (NOT $p.findings OR r.findings IS NOT NULL)
    AND ($p.farKinds IS NULL AND $p.farBodies IS NULL OR far:Instrument
      AND ($p.farKinds IS NULL OR coalesce(far.kind, '') IN $p.farKinds)
      AND ($p.farBodies IS NULL OR coalesce(far.body, '') IN $p.farBodies))
  WITH [r, far] AS entry, coalesce(r.date, '') AS date, coalesce(r.owner, '') AS owner, coalesce(r.order, 0) AS place, far.id AS from, n.id AS to
  ORDER BY date DESC, owner, place, from
  WITH collect(entry) AS found, sum(CASE WHEN $p.bounded AND (
    date > $p.date OR date = $p.date AND (
    owner < $p.owner OR owner = $p.owner AND (
    place < $p.place OR place = $p.place AND (
    'RESTS_ON' < $p.type OR 'RESTS_ON' = $p.type AND (
    from < $p.from OR from = $p.from AND (
    to < $p.to OR to = $p.to AND NOT $p.backward)))))) THEN 1 ELSE 0 END) AS passed
  WITH found, CASE WHEN $p.bounded OR NOT $p.backward THEN passed ELSE size(found) END AS edge
  WITH found, CASE WHEN NOT $p.backward THEN edge WHEN edge > $p.limit THEN edge - $p.limit ELSE 0 END AS start, edge
  RETURN size(found) AS total, start, found[start..CASE WHEN $p.backward THEN edge ELSE start + $p.limit END] AS cut
}
CALL (cut) {
  UNWIND range(0, size(cut) - 1) AS k
  WITH k, cut[k] AS entry
  OPTIONAL MATCH (p:Recital {id: CASE WHEN $p.paragraph THEN entry[0].paragraph END})
  WITH k, entry + [p] AS entry ORDER BY k
  RETURN collect(entry) AS full
}
WITH before, at, total, start, null AS source, [
  [x IN full | [x[0].owner, x[0].order, x[0].date, x[0].act, x[0].confidence, x[0].count, x[0].acts, x[0].paragraph]],
  CASE WHEN $p.quote THEN [x IN full | [x[0].quote, x[0].start, x[0].end, x[0].rule]] END,
  CASE WHEN $p.words THEN [x IN full | [x[0].wordsStart, x[0].wordsEnd, x[0].note]] END,
  CASE WHEN $p.claims THEN [x IN full | [x[0].pinpoint, x[0].printedDate, x[0].printedTitle, x[0].findings, x[0].findingDetails]] END,
  [x IN full | x[1].id],
  CASE WHEN $p.farTitle THEN [x IN full | [x[1].title, x[1].date]] END,
  CASE WHEN $p.farOutline THEN [x IN full | [x[1].symbol, x[1].kind, x[1].body, x[1].session, x[1].basis, x[1].held, x[1].cites,
    x[1].citedBy]] END,
  CASE WHEN $p.farDetail THEN [x IN full | [x[1].aliases, x[1].names, x[1].procedure, x[1].subjects]] END,
  null, null, null, null,
  [x IN full | x[2].id],
  CASE WHEN $p.outline THEN [x IN full | [x[2].part, x[2].order, x[2].opening, x[2].act, x[2].start, x[2].end, x[2].date]] END,
  CASE WHEN $p.text THEN [x IN full | [x[2].text, x[2].noteMarks, x[2].notes, x[2].noteStarts, x[2].noteEnds, x[2].noteAts]] END] AS page
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
RETURN [before, [c.count, c.count % 2 = 1 AND c.until > timestamp()]] AS guards, at, total, start, source, page
