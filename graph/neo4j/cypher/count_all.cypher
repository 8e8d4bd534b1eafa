// Counts the whole graph: what documents own by their records, what they share by looking.
CYPHER 5
MATCH (s:RecitalSource)
WITH coalesce(sum(s.paragraphs), 0) AS paragraphs, sum(s.mandates) AS mandates, sum(s.ambiguous) AS ambiguous, sum(s.open) AS open,
  sum(s.findings) AS findings, sum(s.cites) AS cites, sum(s.restsOn) AS restsOn, sum(s.pinpoints) AS pinpoints, sum(s.names) AS names,
  sum(s.partOf) AS partOf, sum(s.addresses) AS addresses, sum(s.mayMean) AS mayMean
RETURN {paragraphs: paragraphs, mandates: mandates, ambiguous: ambiguous, open: open, findings: findings,
  cites: cites, restsOn: restsOn, pinpoints: pinpoints, names: names, addresses: addresses, mayMean: mayMean,
  instruments: COUNT { (:Instrument&Recital) }, provisions: COUNT { (:Provision&Recital) },
  rights: COUNT { (:Right&Recital) }, actors: COUNT { (:Actor&Recital) },
  partOf: partOf + COUNT { (:Provision&Recital)-[:PART_OF]->(:Recital) },
  basedOn: COUNT { (:Right&Recital)-[:BASED_ON]->(:Recital) }, adoptedBy: COUNT { (:Instrument&Recital)-[:ADOPTED_BY]->(:Recital) }
} AS counts,
COLLECT {
  MATCH (i:Instrument&Recital) WHERE i.body IS NOT NULL
  WITH i.body AS body, sum(CASE WHEN i.held THEN 1 ELSE 0 END) AS held, sum(CASE WHEN i.held THEN 0 ELSE 1 END) AS cited
  RETURN [body, held, cited]
} AS bodies
