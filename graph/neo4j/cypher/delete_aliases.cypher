// Takes out symbols that no instrument goes by any more.
CYPHER 5
MATCH (a:RecitalAlias)
WHERE NOT EXISTS { (a)-[:ALIAS_OF]->() }
DELETE a
