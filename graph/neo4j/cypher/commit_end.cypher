// Tells readers that the commit is seen whole: the count is even.
CYPHER 5
MATCH (c:RecitalLoad {id: 'commits'})
SET c.count = c.count + c.count % 2
