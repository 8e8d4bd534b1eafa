// Serves the measured graph of a Neo4j by @neo4j/graphql: node server.js bolt://127.0.0.1:7687. Prints the address when it is ready.
//
// The server is plain, so that what is measured is the library: node's own HTTP, and a document is parsed and validated once, as the usual
// servers keep them.
import { createServer } from 'node:http'
import { execute, parse, validate } from 'graphql'
import { contextValue, schema } from './graph.js'

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
  return execute({ schema, document: documentOf(query), variableValues: variables, contextValue })
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
