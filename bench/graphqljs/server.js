// Serves the measured graph of a Neo4j by @neo4j/graphql: node server.js bolt://127.0.0.1:7687. Prints the address when it is ready.
//
// The server is plain, so that what is measured is the library: node's own HTTP, and a document is parsed and validated once, as the usual
// servers keep them.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Neo4jGraphQL } from '@neo4j/graphql'
import { execute, parse, validate } from 'graphql'
import neo4j from 'neo4j-driver'

const database = process.argv[2]
if (!database) {
  console.error('usage: node server.js URL')
  process.exit(2)
}
const driver = neo4j.driver(database)
const typeDefs = readFileSync(new URL('types.graphql', import.meta.url), 'utf8')
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema()
const documents = new Map()

function documentOf(query) {
  let document = documents.get(query)
  if (!document) {
    document = parse(query)
    const errors = validate(schema, document)
    if (errors.length > 0) throw errors[0]
    documents.set(query, document)
  }
  return document
}

async function answer(request) {
  const parts = []
  for await (const part of request) parts.push(part)
  const { query, variables } = JSON.parse(Buffer.concat(parts))
  return execute({
    schema,
    document: documentOf(query),
    variableValues: variables,
    contextValue: { sessionConfig: { database: 'neo4j', defaultAccessMode: neo4j.session.READ } },
  })
}

const server = createServer((request, response) => {
  answer(request)
    .catch((error) => ({ errors: [{ message: String(error) }] }))
    .then((result) => {
      const body = Buffer.from(JSON.stringify(result))
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length })
      response.end(body)
    })
})
server.listen(0, '127.0.0.1', () => console.log(`127.0.0.1:${server.address().port}`))
