// The latest citations of each instrument.
CYPHER 5
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
WITH [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS before
UNWIND range(0, size($p.ids) - 1) AS at
OPTIONAL MATCH (n:Recital {id: $p.ids[at]})
CALL (n) {
  MATCH (n)<-[r:CITES]-(p:Paragraph&Recital)
  WITH r, p ORDER BY coalesce(r.date, '') DESC, r.owner, r.order, p.id LIMIT $p.limit
  OPTIONAL MATCH (source:Recital {id: r.owner})
  RETURN collect([[r.owner, r.order, r.date, r.act, r.confidence, r.pinpoint, r.printedDate, r.printedTitle, r.findings,
    r.findingDetails, r.quote, r.start, r.end, r.wordsStart, r.wordsEnd, r.note, r.rule, r.alternatives, r.alternativeConfidences], null,
    CASE WHEN source IS NOT NULL THEN [source.id, source.symbol, source.aliases, source.names, source.kind, source.title, source.date,
      source.body, source.session, source.basis, source.held, source.procedure, source.subjects, source.cites, source.citedBy] END,
    [p.id, p.place, p.part, p.order, p.opening, p.act, p.text, p.start, p.end, p.date, p.noteMarks, p.notes, p.noteStarts, p.noteEnds,
      p.noteAts]]) AS page
}
CALL (n, page) {
  WITH n WHERE $p.total AND size(page) = $p.limit
  MATCH (n)<-[:CITES]-(:Paragraph&Recital)
  RETURN count(*) AS total
}
WITH before, at, total, page, null AS source
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
RETURN [before, [c.count, c.count % 2 = 1 AND c.until > timestamp()]] AS guards, at, total, source, page
