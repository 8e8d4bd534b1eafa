// What a filter asks of the instrument i.
WHERE true
{{- if set .kinds}}
  AND coalesce(i.kind, '') IN $p.kinds
{{- end}}
{{- if set .bodies}}
  AND coalesce(i.body, '') IN $p.bodies
{{- end}}
{{- if set .sessions}}
  AND coalesce(i.session, '') IN $p.sessions
{{- end}}
{{- if set .since}}
  AND i.date >= $p.since
{{- end}}
{{- if set .until}}
  AND i.date <= $p.until
{{- end}}
{{- if set .held}}
  AND i.held = $p.held
{{- end}}
