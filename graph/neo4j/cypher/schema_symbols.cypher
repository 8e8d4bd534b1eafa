CYPHER 5
CREATE INDEX recital_symbol IF NOT EXISTS FOR (i:Instrument) ON (i.symbol)
