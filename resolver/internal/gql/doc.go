// Package gql is the executable schema, generated from schema.graphqls by gqlgen: see gqlgen.yml. Package resolver gives it
// its answers; nothing in this folder but this comment is written by hand.
package gql
