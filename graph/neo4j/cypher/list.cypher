// A page and the number of the nodes of one kind that a filter lets through. They are looked at once more for their number, and for what lies
// behind the bound: a page is cut from a stream, of which the server holds no more than the page. Collected first, all of them would be counted
// with each row of the page, and the paragraphs of a corpus do not fit a server's memory so. Where a
// condition is dear and lets little through, they are looked at once, sorted and cut.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS total, null AS page, null AS beyond
UNION ALL
{{- if or (set .states) .findings}}
CALL () {
{{- template "nodes" .}}
{{- template "place" .}}
WITH n, {{keys .}}
ORDER BY {{sorting .}}
WITH collect(n) AS found, sum({{if .bounded}}CASE WHEN {{behind .}} THEN 1 ELSE 0 END{{else}}0{{end}}) AS passed
RETURN size(found) AS total, passed > 0 AS beyond,
  [n IN found[passed..passed + $p.limit] | [labels(n), n{.*, words: null, keys: null}]] AS page
}
RETURN null AS guard, total, page, beyond
{{- else}}
CALL () {
{{- template "nodes" .}}
{{- template "place" .}}
{{- if .bounded}}
WHERE {{ahead .}}
{{- end}}
WITH n, {{keys .}}
ORDER BY {{sorting .}}
LIMIT $p.limit
RETURN collect([labels(n), n{.*, words: null, keys: null}]) AS page
}
{{- if .total}}
CALL () {
{{- template "nodes" .}}
RETURN count(*) AS total
}
{{- end}}
{{- if .bounded}}
CALL () {
{{- template "nodes" .}}
{{- template "place" .}}
WHERE {{behind .}}
WITH n LIMIT 1
RETURN count(*) > 0 AS beyond
}
{{- end}}
RETURN null AS guard, {{if .total}}total{{else}}null AS total{{end}}, page, {{if .bounded}}beyond{{else}}false AS beyond{{end}}
{{- end}}
UNION ALL
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS total, null AS page, null AS beyond
