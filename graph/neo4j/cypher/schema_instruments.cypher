// For people who write Cypher: (:Instrument {id: ...}) without the second label is as fast.
CYPHER 5
CREATE INDEX recital_instrument IF NOT EXISTS FOR (i:Instrument) ON (i.id)
