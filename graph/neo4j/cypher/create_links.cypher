// Puts links that are not there yet: rows of type, place of the first end in $ids, place of the second, properties. Each end is looked up
// once; where one is missing nothing is put, and the answer tells.
CYPHER 5
UNWIND range(0, size($ids) - 1) AS place
MATCH (n:Recital {id: $ids[place]}) USING INDEX SEEK n:Recital(id)
WITH n, place ORDER BY place
WITH collect(n) AS ends
WHERE size(ends) = size($ids)
UNWIND $rows AS row
WITH row, ends[row[1]] AS a, ends[row[2]] AS b
CREATE (a)-[r:$(row[0])]->(b)
SET r += row[3]
RETURN count(r) AS made
