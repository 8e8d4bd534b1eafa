// Serves the measured graph of a Neo4j by @neo4j/graphql in Apollo Server, as its guide sets it up: node apollo.js bolt://127.0.0.1:7687.
// Prints the address when it is ready.
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { contextValue, schema } from './graph.js'

const { url } = await startStandaloneServer(new ApolloServer({ schema }), {
  listen: { host: '127.0.0.1', port: 0 },
  context: async () => contextValue,
})
console.log(new URL(url).host)
