package main

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBreaking(t *testing.T) {
	const old = `
		directive @d(a: Int) on FIELD
		interface N { id: ID! }
		type Query implements N { id: ID!  f(a: Int, b: Int = 1): String  list: [T!]!  u: U }
		type T implements N { id: ID!  e: E }
		type S { s: String }
		union U = T | S
		enum E { A B }
		input I { a: Int  b: [Int!] }
		scalar X
	`
	for _, tc := range []struct {
		name, now string
		want      []string
	}{
		{"nothing", old, nil},
		{"more", `
			directive @d(a: Int, b: Int) on FIELD
			interface N { id: ID! }
			type Query implements N { id: ID!  f(a: Int, b: Int = 1, c: Int, d: Int! = 2): String!  list: [T!]!  u: U  g: Int }
			type T implements N { id: ID!  e: E! }
			type S { s: String }
			type R { s: String }
			union U = T | S | R
			enum E { A B C }
			input I { a: Int  b: [Int]  c: Int  d: Int! = 1 }
			scalar X
			scalar Y
		`, nil},
		{"less", `
			interface N { id: ID! }
			type Query { id: ID  f(a: Int!, b: Int = 2, c: Int!): Int  list: [T]! }
			type T implements N { id: ID!  e: [E] }
			union U = T
			enum E { A }
			input I { b: [Int!]!  c: Int! }
			type X { x: Int }
		`, []string{
			"@d is gone",
			"E.B is gone",
			"I.a is gone",
			"I.b was [Int!] and is [Int!]!",
			"I.c is new and required",
			"Query is no longer a N",
			"Query.f was String and is Int",
			"Query.f(a:) was Int and is Int!",
			"Query.f(b:) was by default 1 and is 2",
			"Query.f(c:) is new and required",
			"Query.id was ID! and is ID",
			"Query.list was [T!]! and is [T]!",
			"Query.u is gone",
			"S is gone",
			"T.e was E and is [E]",
			"U can no longer be S",
			"X was SCALAR and is OBJECT",
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := compare([]byte(old), []byte(tc.now))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOurSchemaBreaksNothingForItself(t *testing.T) {
	text, err := os.ReadFile("../../" + schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if found, err := compare(text, text); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}
