// Says what the data set was made from.
CYPHER 5
MERGE (l:RecitalLoad {id: 'load'})
SET l.manifest = $manifest
