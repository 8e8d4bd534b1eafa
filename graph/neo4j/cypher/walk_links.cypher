// The links between pairs of instruments that a walk found.
CYPHER 5
UNWIND range(0, size($p.pairs) - 1) AS at
MATCH (:Recital {id: $p.pairs[at][0]})-[r:CITES]->(:Recital {id: $p.pairs[at][1]})
WHERE r.count IS NOT NULL
RETURN at, r{.*} AS link
