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
  WITH k, cut[k][0] AS r, cut[k][1] AS p
  OPTIONAL MATCH (source:Recital {id: r.owner})
  WITH k, [[r.owner, r.order, r.date, r.act, r.confidence, r.pinpoint, r.printedDate, r.printedTitle, r.findings, r.findingDetails,
    r.quote, r.start, r.end, r.wordsStart, r.wordsEnd, r.note, r.rule, r.alternatives, r.alternativeConfidences], null,
    CASE WHEN source IS NOT NULL THEN [source.id, source.symbol, source.aliases, source.names, source.kind, source.title, source.date,
      source.body, source.session, source.basis, source.held, source.procedure, source.subjects, source.cites, source.citedBy] END,
    [p.id, p.place, p.part, p.order, p.opening, p.act, p.text, p.start, p.end, p.date, p.noteMarks, p.notes, p.noteStarts, p.noteEnds,
      p.noteAts]] AS entry ORDER BY k
  RETURN collect(entry) AS page
}
WITH before, at, total, page, start, null AS source
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
RETURN [before, [c.count, c.count % 2 = 1 AND c.until > timestamp()]] AS guards, at, total, source, page, start
