// What documents say of nodes that others speak of too: of the documents given, or of all.
CYPHER 5
MATCH (s:RecitalSource)
WHERE $ids IS NULL OR s.id IN $ids
RETURN s.id AS id, s.accounts AS accounts
