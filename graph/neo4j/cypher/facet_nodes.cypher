// The facets of the nodes of one kind that a filter lets through.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS key, null AS value, null AS count
UNION ALL
{{template "nodes" .}}
UNWIND $p.keys AS key
UNWIND CASE key
  WHEN 'BODY' THEN [i.body]
  WHEN 'YEAR' THEN [toString(i.year)]
  WHEN 'SESSION' THEN [i.session]
  WHEN 'KIND' THEN [i.kind]
  WHEN 'ACT' THEN CASE WHEN n:Instrument THEN COLLECT { MATCH (n)<-[:PART_OF]-(q:Paragraph) RETURN DISTINCT q.act } ELSE [n.act] END
  WHEN 'RIGHT' THEN COLLECT {
    MATCH (n)-[:NAMES]->(x:Right&Recital) RETURN {{if eq .kind "Paragraph"}}DISTINCT x.id{{else}}x.id
    UNION
    MATCH (n)<-[:PART_OF]-(:Paragraph)-[:NAMES]->(x:Right&Recital) RETURN x.id
    UNION
    MATCH (n:Mandate|Mention)-[:PART_OF]->(:Paragraph)-[:NAMES]->(x:Right&Recital) RETURN x.id{{end}}
  }
  ELSE CASE WHEN n:Mandate THEN [n.addressee] ELSE COLLECT {
    MATCH (n)-[:NAMES]->(x:Actor&Recital) RETURN {{if eq .kind "Paragraph"}}DISTINCT x.id{{else}}x.id
    UNION
    MATCH (n)<-[:PART_OF]-(:Paragraph)-[:NAMES]->(x:Actor&Recital) RETURN x.id
    UNION
    MATCH (n:Mention)-[:PART_OF]->(:Paragraph)-[:NAMES]->(x:Actor&Recital) RETURN x.id{{end}}
  } END END AS value
WITH key, value, count(*) AS count
WHERE value IS NOT NULL AND value <> ''
RETURN null AS guard, key, value, count
UNION ALL
MATCH (c:RecitalLoad {id: 'commits'})
RETURN [c.count, c.count % 2 = 1 AND c.until > timestamp()] AS guard, null AS key, null AS value, null AS count
