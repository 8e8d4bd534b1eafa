// Tells readers that a commit is about to be seen, bit by bit: the count is odd.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
SET c.count = c.count + 1 - c.count % 2
