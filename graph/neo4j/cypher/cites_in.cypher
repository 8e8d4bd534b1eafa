// The latest citations of each instrument.
CYPHER 5
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
WITH [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS before
UNWIND range(0, size($p.ids) - 1) AS at
OPTIONAL MATCH (n:Recital {id: $p.ids[at]})
CALL (n) {
  MATCH (n)<-[r:CITES]-(p:Paragraph&Recital)
  WITH r, p ORDER BY coalesce(r.date, '') DESC, r.owner, r.order, p.id LIMIT $p.limit
  OPTIONAL MATCH (source:Recital {id: CASE WHEN $p.source THEN r.owner END})
  RETURN collect([r, p, source]) AS found
}
CALL (n, found) {
  WITH n WHERE $p.total AND size(found) = $p.limit
  MATCH (n)<-[:CITES]-(:Paragraph&Recital)
  RETURN count(*) AS total
}
WITH before, at, total, n, size(found) AS length, found[..$p.limit - 1] AS cut
WITH before, at, total, length, null AS source, [
  [x IN cut | [x[0].owner, x[0].order, x[0].date, x[0].act, x[0].confidence]],
  CASE WHEN $p.quote THEN [x IN cut | [x[0].quote, x[0].start, x[0].end, x[0].rule]] END,
  CASE WHEN $p.words THEN [x IN cut | [x[0].wordsStart, x[0].wordsEnd, x[0].note]] END,
  CASE WHEN $p.claims THEN [x IN cut | [x[0].pinpoint, x[0].printedDate, x[0].printedTitle, x[0].findings, x[0].findingDetails,
    x[0].alternatives, x[0].alternativeConfidences]] END,
  null, null, null, null,
  [x IN cut | x[2].id],
  CASE WHEN $p.sourceTitle THEN [x IN cut | [x[2].title, x[2].date]] END,
  CASE WHEN $p.sourceOutline THEN [x IN cut | [x[2].symbol, x[2].kind, x[2].body, x[2].session, x[2].basis, x[2].held, x[2].cites,
    x[2].citedBy]] END,
  CASE WHEN $p.sourceDetail THEN [x IN cut | [x[2].aliases, x[2].names, x[2].procedure, x[2].subjects]] END,
  [x IN cut | x[1].id],
  CASE WHEN $p.outline THEN [x IN cut | [x[1].part, x[1].order, x[1].opening, x[1].act, x[1].start, x[1].end, x[1].date]] END,
  CASE WHEN $p.text THEN [x IN cut | [x[1].text, x[1].noteMarks, x[1].notes, x[1].noteStarts, x[1].noteEnds, x[1].noteAts]] END] AS page
OPTIONAL MATCH (c:RecitalLoad {id: 'commits'})
RETURN [before, [c.count, c.count % 2 = 1 AND c.until > timestamp()]] AS guards, at, total, length, source, page
