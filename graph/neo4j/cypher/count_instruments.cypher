// Counts what the given instruments cite and are cited by.
CYPHER 5
UNWIND $ids AS id
MATCH (i:Recital {id: id}) USING INDEX SEEK i:Recital(id)
WHERE i:Instrument
WITH i, COUNT { (i)-[:CITES]->(:Instrument&Recital) } AS cites, COUNT { (i)<-[:CITES]-(:Instrument&Recital) } AS citedBy
WHERE coalesce(i.cites, 0) <> cites OR coalesce(i.citedBy, 0) <> citedBy
SET i.cites = cites, i.citedBy = citedBy
