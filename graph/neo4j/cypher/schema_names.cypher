// Names by themselves: who types a letter looks for them, and every paragraph has a word that begins with it.
CYPHER 5
CREATE FULLTEXT INDEX recital_names IF NOT EXISTS FOR (n:Instrument|Right|Actor) ON EACH [n.words]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
