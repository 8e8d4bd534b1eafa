// Waits until the indexes are built, five minutes at the most.
CYPHER 5
CALL db.awaitIndexes(300)
