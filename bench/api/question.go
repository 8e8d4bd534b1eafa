package main

import "encoding/json"

// question is one request.
type question struct {
	symbol string
	etag   bool // ask whether the last answer still holds
}

// another asks about every resolution in turn, in an order without neighbours.
func another(n int) question { return question{symbol: symbols[1+n*7919%(instruments-1)]} }

// few asks about a hundred resolutions again and again.
func few(n int) question { return question{symbol: symbols[10_000+n%100]} }

// known asks whether what it has of them still holds.
func known(n int) question { return question{symbols[10_000+n%100], true} }

// symbols are those of all resolutions: making one takes longer than asking for it.
var symbols = func() (all [instruments]string) {
	for n := range all {
		all[n] = symbol(n).String()
	}
	return all
}()

// form is how an API is asked, and told that it answered: the request's body before and after the symbol, what an answer begins with before the
// symbol, and a text that stands in it once for each citation.
type form struct{ before, after, answer, citation string }

// formOf makes the form of a query with one variable.
func formOf(query, answer, citation string) form {
	text, err := json.Marshal(query)
	if err != nil {
		panic("bench/api: a text can be written as JSON: " + err.Error())
	}
	return form{`{"query":` + string(text) + `,"variables":{"id":"`, `"}}`, answer, citation}
}

// page is the question in our schema.
var page = formOf(`query Page($id: ID!) {
  node(id: $id) {
    id
    ... on Instrument {
      title date citesCount citedByCount
      cites(first: 20) {
        nodes { act confidence paragraph { id place } target { id title date } evidence { quote rule span { start end } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`, `{"data":{"node":{"id":"`, `"quote":`)

// commonPage is the same question in the schema that @neo4j/graphql makes of ../graphqljs/types.graphql, which cannot page a text's citations
// but each paragraph's.
var commonPage = formOf(`query Page($id: ID!) {
  instruments(where: { id: { eq: $id } }) {
    id title date citesCount citedByCount
    paragraphs {
      id place
      citesConnection(first: 20) {
        edges { properties { act confidence quote rule start end } node { id title date } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`, `{"data":{"instruments":[{"id":"`, `"quote":`)

// body is the POST that asks about a resolution.
func (f *form) body(to []byte, symbol string) []byte {
	return append(append(append(to, f.before...), symbol...), f.after...)
}
