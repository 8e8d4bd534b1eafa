// Holds the writer's lock for longer; no row when it was lost.
CYPHER 5
MATCH (l:RecitalLoad {id: 'load', holder: $holder})
SET l.until = timestamp() + $lease
RETURN l.until AS until
