// The nodes n of one kind that a filter lets through, and their instruments i where somebody asks about them: the conditions that are set, and
// no others, for together they cost seconds where they are asked of all paragraphs of a corpus. from names the way to the nodes that are looked at:
// the kind alone, what carries links to $anchor, or what is part of $partOf. kind is one of graph.NodeKinds.
{{- if set .states}}
MATCH (h:Instrument&Recital)
WHERE h.held AND h.kind IN $p.sessionKinds AND h.session =~ '[0-9]+' AND ($p.asOf IS NULL OR h.date <= $p.asOf)
WITH h.body AS body, max(toInteger(h.session)) AS session
WITH collect([body, session]) AS lasts
{{- end}}
{{- if eq .from "paragraphs with links"}}
MATCH (:Recital {id: $p.anchor})<-[:NAMES|CITES]-(n:Paragraph&Recital)
WITH DISTINCT n
{{- else if eq .from "instruments with links"}}
MATCH (:Recital {id: $p.anchor})<-[:NAMES|CITES]-(:Paragraph)-[:PART_OF]->(n:Instrument&Recital)
WITH DISTINCT n
{{- else if eq .from "parts"}}
MATCH (:Recital {id: $p.partOf})<-[:PART_OF]-(n:{{.kind}}&Recital)
{{- else if eq .from "parts of paragraphs"}}
MATCH (:Recital {id: $p.partOf})<-[:PART_OF]-(:Paragraph)<-[:PART_OF]-(n:{{.kind}}&Recital)
{{- else if and .about (eq .kind "Paragraph")}}
MATCH (i:Instrument&Recital)
{{- template "about" .}}
MATCH (i)<-[:PART_OF]-(n:Paragraph&Recital)
{{- else}}
MATCH (n:{{.kind}}&Recital)
{{- end}}
{{- if not .about}}
WITH n{{if set .states}}, lasts{{end}} WHERE true
{{- else if eq .kind "Instrument"}}
WITH n, n AS i
{{- template "about" .}}
{{- else if and (eq .kind "Paragraph") (eq .from "Paragraph")}}
WITH n, i WHERE true
{{- else if or (eq .kind "Paragraph") (eq .kind "Mandate") (eq .kind "Mention")}}
OPTIONAL MATCH (i:Instrument&Recital {id: n.instrument})
WITH n, i{{if set .states}}, lasts{{end}}
{{- template "about" .}}
{{- else}}
WITH n, null AS i WHERE true
{{- end}}
{{- if set .names}}
  AND all(id IN $p.names WHERE EXISTS { (n)-[:NAMES]->(:Recital {id: id}) }
    OR EXISTS { (n)<-[:PART_OF]-(:Paragraph)-[:NAMES]->(:Recital {id: id}) })
{{- end}}
{{- if set .cites}}
  AND all(id IN $p.cites WHERE EXISTS { (n)-[:CITES]->(:Recital {id: id}) }
    OR EXISTS { (n)<-[:PART_OF]-(:Paragraph)-[:CITES]->(:Recital {id: id}) })
{{- end}}
{{- if set .acts}}
  AND coalesce(n.act, '') IN $p.acts
{{- end}}
{{- if set .statuses}}
  AND n.status IN $p.statuses
{{- end}}
{{- if set .addressees}}
  AND coalesce(n.addressee, '') IN $p.addressees
{{- end}}
{{- if set .forums}}
  AND coalesce(n.forum, '') IN $p.forums
{{- end}}
{{- if set .dueSessions}}
  AND coalesce(n.dueSession, 0) IN $p.dueSessions
{{- end}}
{{- if set .products}}
  AND coalesce(n.product, '') IN $p.products
{{- end}}
{{- if set .states}}
  AND CASE
    WHEN coalesce(n.forum, '') = '' OR coalesce(n.dueSession, 0) = 0 THEN 'UNDATED'
    WHEN n.forum IN $p.yearlyBodies AND n.dueSession < $p.firstYear THEN 'UNDATED'
    WHEN EXISTS {
      MATCH (:Recital {id: n.instrument})<-[c:CITES]-(:Instrument&Recital)-[:CITES]->(a:Instrument&Recital)
      WHERE (n.date IS NULL OR c.date >= n.date) AND ($p.asOf IS NULL OR c.date <= $p.asOf) AND a.kind IN ['REPORT', 'DOCUMENT'] AND a.body = n.forum
        AND a.session = toString(n.dueSession)
    } THEN 'ANSWERED'
    WHEN any(last IN lasts WHERE last[0] = n.forum AND last[1] > n.dueSession) THEN 'OVERDUE'
    ELSE 'PENDING' END IN $p.states
{{- end}}
{{- if .findings}}
  AND (n.findings IS NOT NULL
    OR EXISTS { MATCH (n)-[c:CITES]->(:Recital) WHERE c.findings IS NOT NULL }
    OR EXISTS { MATCH (n)<-[:PART_OF]-(:Paragraph)-[c:CITES]->(:Recital) WHERE c.findings IS NOT NULL })
{{- end}}
