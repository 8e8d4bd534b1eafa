// Where each node n stands in the order asked for.
WITH n, n.id AS id
{{- if eq .order "TEXT"}}, coalesce(n.instrument, n.id) AS home, {{if eq .kind "Paragraph"}}n.order * 4294967296{{else}}coalesce(n.order, 0){{end}} AS place
{{- else if eq .order "DATE"}}, -toInteger(replace(coalesce(n.date, '0'), '-', '')) AS rank
{{- else if eq .order "DATE_ASC"}}, toInteger(replace(coalesce(n.date, '99999999'), '-', '')) AS rank
{{- else if eq .order "CITED_BY"}}, -coalesce(n.citedBy, n.mentions, 0) AS rank
{{- end}}
