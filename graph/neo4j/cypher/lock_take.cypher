// Takes the writer's lock, which is free, or held by nobody any more. The first SET locks the record. A count of commits that a
// dead loader left odd is made even.
CYPHER 5
MERGE (l:RecitalLoad {id: 'load'})
SET l.seen = timestamp()
WITH l, l.holder IS NULL OR l.holder = $holder OR l.until < l.seen AS free, l.until - l.seen AS left, coalesce(l.unfinished, false) AS unfinished
SET l.until = CASE WHEN free THEN l.seen + $lease ELSE l.until END,
    l.holder = CASE WHEN free THEN $holder ELSE l.holder END,
    l.unfinished = CASE WHEN free THEN true ELSE l.unfinished END,
    l.format = CASE WHEN free THEN $format ELSE l.format END
MERGE (c:RecitalLoad {id: 'commits'})
SET c.count = CASE WHEN free THEN coalesce(c.count, 0) + coalesce(c.count, 0) % 2 ELSE c.count END
RETURN free, left, unfinished
