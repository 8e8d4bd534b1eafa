// Tells readers that a commit is about to be seen, bit by bit: the count is odd, until the writer would be taken for dead.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
SET c.count = c.count + 1 - c.count % 2, c.until = timestamp() + $lease
