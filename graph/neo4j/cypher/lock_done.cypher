// Gives the writer's lock back after settling.
CYPHER 5
MATCH (l:RecitalLoad {id: 'load', holder: $holder})
SET l.unfinished = false, l.revision = $revision, l.stats = $stats
REMOVE l.holder, l.until, l.seen
RETURN l.id AS id
