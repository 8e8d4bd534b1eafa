// The measured graph of a Neo4j as @neo4j/graphql serves it: the database's URL is the first argument of the server that asks for it.
import { readFileSync } from 'node:fs'
import { Neo4jGraphQL } from '@neo4j/graphql'
import neo4j from 'neo4j-driver'

const database = process.argv[2]
if (!database) {
  console.error(`usage: node ${process.argv[1]} URL`)
  process.exit(2)
}
const typeDefs = readFileSync(new URL('types.graphql', import.meta.url), 'utf8')

export const schema = await new Neo4jGraphQL({ typeDefs, driver: neo4j.driver(database) }).getSchema()

/** What each request is answered with. */
export const contextValue = { sessionConfig: { database: 'neo4j', defaultAccessMode: neo4j.session.READ } }
