// The words are folded before they are kept: the analyzer has only to part them.
CYPHER 5
CREATE FULLTEXT INDEX recital_words IF NOT EXISTS FOR (n:Instrument|Paragraph|Right|Actor) ON EACH [n.words]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
