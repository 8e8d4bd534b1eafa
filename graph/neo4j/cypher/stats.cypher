// What the last settling counted; no row before the first load.
CYPHER 5
MATCH (l:RecitalLoad {id: 'load'})
RETURN l.revision AS revision, l.stats AS stats, l.manifest AS manifest, l.unfinished AS unfinished, l.format AS format
