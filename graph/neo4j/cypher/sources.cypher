// The documents held, by their instruments.
CYPHER 5
MATCH (s:RecitalSource)
RETURN s.id AS id, s.fingerprint AS fingerprint
