// A resolution with its first 20 citations, and one more to tell whether there are others.
MATCH (i:Instrument {id: $id})<-[:PART_OF]-(p:Paragraph)-[c:CITES]->(t:Instrument)
RETURN i.title, i.date, i.cites, i.citedBy, c.act, c.confidence, c.quote, c.rule, c.start, c.end, p.id, p.place, t.id, t.title, t.date
ORDER BY c.order LIMIT 21
