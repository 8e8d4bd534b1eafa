package web

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
)

// apiPath is where the explorer asks the API.
const apiPath = "/graphql"

// questions are the hashes of the explorer's operations by their names.
type questions map[string]string

// mustQuestions panics where the operations cannot be read: the binary itself would be broken.
func mustQuestions() questions {
	documents, err := TrustedDocuments()
	if err != nil {
		panic(fmt.Sprintf("web: src/operations.graphql: %v", err))
	}
	named := make(questions, len(documents))
	for hash, text := range documents {
		for _, m := range definition.FindAllStringSubmatch(text, -1) {
			if m[1] == "query" {
				named[m[2]] = hash
			}
		}
	}
	return named
}

// address is where the explorer asks an operation, byte for byte as src/api/client.ts writes it, so that a browser knows the one for the other.
func (q questions) address(name, variables string) string {
	extensions := `{"persistedQuery":{"version":1,"sha256Hash":"` + q[name] + `"}}`
	return apiPath + "?operationName=" + formEncoded(name) + "&variables=" + formEncoded(variables) + "&extensions=" + formEncoded(extensions)
}

// formEncoded writes a text as browsers write it in the query of an address.
func formEncoded(text string) string {
	return strings.NewReplacer("~", "%7E", "%2A", "*").Replace(url.QueryEscape(text))
}

// quoted writes a text as JSON.stringify does.
func quoted(text string) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		panic("web: every string is one of JSON: " + err.Error())
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// reader is the question of an instrument's page.
func (q questions) reader(id string) string {
	return q.address("Reader", `{"id":`+quoted(id)+`,"after":null}`)
}

// Questions returns addresses of the API where the explorer asks what it asks first: for its start page, and for the pages of the instruments
// with these ids. A server that has answered them once answers the first of its visitors as fast as the others.
func Questions(ids []string) []string {
	q := mustQuestions()
	addresses := []string{q.address("Start", "{}")}
	for _, id := range ids {
		id, of := quoted(id), q.reader(id)
		addresses = append(addresses, of,
			q.address("CitedBy", `{"id":`+id+`,"filter":{},"after":null}`),
			q.address("Chain", `{"id":`+id+`,"direction":"OUT","depth":3,"limit":80,"filter":null}`))
	}
	return addresses
}
