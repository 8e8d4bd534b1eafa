// Gives the writer's lock back and leaves the load unfinished.
CYPHER 5
MATCH (l:RecitalLoad {id: 'load', holder: $holder})
REMOVE l.holder, l.until, l.seen
