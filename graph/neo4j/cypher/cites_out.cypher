// The first citations of each instrument, in the order of its text.
CYPHER 5
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
WITH [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS before
UNWIND range(0, size($p.ids) - 1) AS at
OPTIONAL MATCH (n:Recital {id: $p.ids[at]})
CALL (n) {
  MATCH (n)<-[:PART_OF]-(p:Paragraph)-[r:CITES]->(far:Recital)
  WITH r, p, far ORDER BY r.order, p.id, far.id LIMIT $p.limit
  RETURN collect([[r.owner, r.order, r.date, r.act, r.confidence, r.pinpoint, r.printedDate, r.printedTitle, r.findings,
    r.findingDetails, r.quote, r.start, r.end, r.wordsStart, r.wordsEnd, r.note, r.rule, r.alternatives, r.alternativeConfidences],
    [far.id, far.symbol, far.aliases, far.names, far.kind, far.title, far.date, far.body, far.session, far.basis, far.held,
      far.procedure, far.subjects, far.cites, far.citedBy], null,
    [p.id, p.place, p.part, p.order, p.opening, p.act, p.text, p.start, p.end, p.date, p.noteMarks, p.notes, p.noteStarts, p.noteEnds,
      p.noteAts]]) AS page
}
CALL (n, page) {
  WITH n WHERE $p.total AND size(page) = $p.limit
  MATCH (n)<-[:PART_OF]-(:Paragraph)-[:CITES]->(:Recital)
  RETURN count(*) AS total
}
WITH before, at, total, page, CASE WHEN size(page) > 0 THEN [n.id, n.symbol, n.aliases, n.names, n.kind, n.title, n.date, n.body,
  n.session, n.basis, n.held, n.procedure, n.subjects, n.cites, n.citedBy] END AS source
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
RETURN [before, [c.count, c.count % 2 = 1 AND c.until > timestamp()]] AS guards, at, total, source, page
