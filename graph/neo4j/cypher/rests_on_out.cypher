// The first instruments that each instrument rests on, in the order of its text.
CYPHER 5
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
WITH [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS before
UNWIND range(0, size($p.ids) - 1) AS at
OPTIONAL MATCH (n:Recital {id: $p.ids[at]})
CALL (n) {
  WITH n WHERE n:Instrument
  MATCH (n)-[r:CITES]->(far:Recital)
  WITH r, far ORDER BY coalesce(r.order, 0), far.id LIMIT $p.limit
  OPTIONAL MATCH (p:Recital {id: CASE WHEN $p.paragraph THEN r.paragraph END})
  RETURN collect([r, p, far]) AS found
}
CALL (n, found) {
  WITH n WHERE $p.total AND size(found) = $p.limit
  MATCH (n)-[:CITES]->(:Recital)
  RETURN count(*) AS total
}
WITH before, at, total, n, size(found) AS length, found[..$p.limit - 1] AS cut
WITH before, at, total, length, CASE WHEN $p.source AND size(cut) > 0 THEN [n.id,
  CASE WHEN $p.sourceTitle THEN [n.title, n.date] END,
  CASE WHEN $p.sourceOutline THEN [n.symbol, n.kind, n.body, n.session, n.basis, n.held, n.cites, n.citedBy] END,
  CASE WHEN $p.sourceDetail THEN [n.aliases, n.names, n.procedure, n.subjects] END] END AS source, [
  [x IN cut | [x[0].owner, x[0].order, x[0].date, x[0].act, x[0].confidence, x[0].count, x[0].acts, x[0].paragraph]],
  CASE WHEN $p.quote THEN [x IN cut | [x[0].quote, x[0].start, x[0].end, x[0].rule]] END,
  CASE WHEN $p.words THEN [x IN cut | [x[0].wordsStart, x[0].wordsEnd, x[0].note]] END,
  CASE WHEN $p.claims THEN [x IN cut | [x[0].pinpoint, x[0].printedDate, x[0].printedTitle, x[0].findings, x[0].findingDetails]] END,
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
RETURN [before, [c.count, c.count % 2 = 1 AND c.until > timestamp()]] AS guards, at, total, length, source, page
