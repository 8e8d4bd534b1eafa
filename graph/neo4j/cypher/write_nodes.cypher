// Puts nodes that may stand in several documents.
CYPHER 5
UNWIND $rows AS row
MERGE (n:Recital {id: row.id})
SET n = row.props
REMOVE n:Instrument:Provision:Right:Actor
REMOVE n:Resolution:Decision:PresidentialStatement:Treaty:Declaration:Principles:Agenda:Compact:Programme:Recommendation
REMOVE n:GeneralComment:Report:Initiative:Draft:Judgment:Commentary:OtherDocument
SET n:$(row.labels)
