// Any page of the citations of each instrument by others that a filter lets through, from the latest.
CYPHER 5
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
WITH [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS before
UNWIND range(0, size($p.ids) - 1) AS at
OPTIONAL MATCH (n:Recital {id: $p.ids[at]})
CALL (n) {
  MATCH (n)<-[r:CITES]-(p:Paragraph&Recital)
  WHERE ($p.acts IS NULL OR coalesce(r.act, '') IN $p.acts)
    AND ($p.farNodes IS NULL OR any(label IN labels(p) WHERE label IN $p.farNodes))
    AND ($p.roles IS NULL OR '' IN $p.roles)
    AND ($p.since IS NULL OR r.date >= $p.since)
    AND ($p.until IS NULL OR r.date <= $p.until)
    AND ($p.confidence = 0.0 OR coalesce(r.confidence, 0.0) >= $p.confidence)
    AND (NOT $p.findings OR r.findings IS NOT NULL)
    AND ($p.farKinds IS NULL AND $p.farBodies IS NULL OR EXISTS {
      MATCH (i:Recital {id: p.instrument})
      WHERE i:Instrument AND ($p.farKinds IS NULL OR coalesce(i.kind, '') IN $p.farKinds)
        AND ($p.farBodies IS NULL OR coalesce(i.body, '') IN $p.farBodies)
    })
  WITH [r, p] AS entry, coalesce(r.date, '') AS date, coalesce(r.owner, '') AS owner, coalesce(r.order, 0) AS place, p.id AS from, n.id AS to
  ORDER BY date DESC, owner, place, from
  WITH collect(entry) AS found, sum(CASE WHEN $p.bounded AND (
    date > $p.date OR date = $p.date AND (
    owner < $p.owner OR owner = $p.owner AND (
    place < $p.place OR place = $p.place AND (
    'CITES' < $p.type OR 'CITES' = $p.type AND (
    from < $p.from OR from = $p.from AND (
    to < $p.to OR to = $p.to AND NOT $p.backward)))))) THEN 1 ELSE 0 END) AS passed
  WITH found, CASE WHEN $p.bounded OR NOT $p.backward THEN passed ELSE size(found) END AS edge
  WITH found, CASE WHEN NOT $p.backward THEN edge WHEN edge > $p.limit THEN edge - $p.limit ELSE 0 END AS start, edge
  RETURN size(found) AS total, start, found[start..CASE WHEN $p.backward THEN edge ELSE start + $p.limit END] AS cut
}
CALL (cut) {
  UNWIND range(0, size(cut) - 1) AS k
  WITH k, cut[k] AS entry
  OPTIONAL MATCH (source:Recital {id: CASE WHEN $p.source THEN entry[0].owner END})
  WITH k, entry + [source] AS entry ORDER BY k
  RETURN collect(entry) AS full
}
WITH before, at, total, start, null AS source, [
  [x IN full | [x[0].owner, x[0].order, x[0].date, x[0].act, x[0].confidence]],
  CASE WHEN $p.quote THEN [x IN full | [x[0].quote, x[0].start, x[0].end, x[0].rule]] END,
  CASE WHEN $p.words THEN [x IN full | [x[0].wordsStart, x[0].wordsEnd, x[0].note]] END,
  CASE WHEN $p.claims THEN [x IN full | [x[0].pinpoint, x[0].printedDate, x[0].printedTitle, x[0].findings, x[0].findingDetails,
    x[0].alternatives, x[0].alternativeConfidences]] END,
  null, null, null, null,
  [x IN full | x[2].id],
  CASE WHEN $p.sourceTitle THEN [x IN full | [x[2].title, x[2].date]] END,
  CASE WHEN $p.sourceOutline THEN [x IN full | [x[2].symbol, x[2].kind, x[2].body, x[2].session, x[2].basis, x[2].held, x[2].cites,
    x[2].citedBy]] END,
  CASE WHEN $p.sourceDetail THEN [x IN full | [x[2].aliases, x[2].names, x[2].procedure, x[2].subjects]] END,
  [x IN full | x[1].id],
  CASE WHEN $p.outline THEN [x IN full | [x[1].part, x[1].order, x[1].opening, x[1].act, x[1].start, x[1].end, x[1].date]] END,
  CASE WHEN $p.text THEN [x IN full | [x[1].text, x[1].noteMarks, x[1].notes, x[1].noteStarts, x[1].noteEnds, x[1].noteAts]] END] AS page
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
RETURN [before, [c.count, c.count % 2 = 1 AND c.until > timestamp()]] AS guards, at, total, start, source, page
