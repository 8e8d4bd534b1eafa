package resolver_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"recital/graph"
	"recital/graph/graphtest"
	"recital/resolver"
)

// meanwhile is a connection so slow that something else happens before an answer leaves.
type meanwhile struct {
	*httptest.ResponseRecorder
	do func()
}

// Write implements [http.ResponseWriter].
func (w *meanwhile) Write(p []byte) (int, error) {
	w.do()
	return w.ResponseRecorder.Write(p)
}

// TestAnswersThatShareMemory answers one question while the answer to another is on its way, of a server that keeps none and writes all in memory
// that answers share: both are what they are alone.
func TestAnswersThatShareMemory(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t), AnswerBytes: -1})
	ask := func(question []byte, do func()) []byte {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(question))
		r.Header.Set("Content-Type", "application/json")
		w := &meanwhile{httptest.NewRecorder(), do}
		handler.ServeHTTP(w, r)
		return w.Body.Bytes()
	}
	none := func() {}
	var questions [][]byte
	for _, d := range graphtest.Fixture() {
		for _, query := range []string{
			`query Text($id: ID!) { node(id: $id) { ... on Instrument { id title paragraphs(first: 100) { nodes { id text } } } } }`,
			`query Cites($id: ID!) { node(id: $id) { id ... on Instrument { cites { nodes { evidence { quote } target { id } } } } } }`,
			`query Wrong($id: ID!) { node(id: $id) { id } nothing }`,
		} {
			question, err := json.Marshal(map[string]any{"query": query, "variables": map[string]graph.ID{"id": d.Instrument.ID}})
			if err != nil {
				t.Fatal(err)
			}
			questions = append(questions, question)
		}
	}
	for i, question := range questions {
		other := questions[(i+1)%len(questions)]
		want, wantOther := ask(question, none), ask(other, none)
		var gotOther []byte
		got := ask(question, func() { gotOther = ask(other, none) })
		if !bytes.Equal(got, want) || !bytes.Equal(gotOther, wantOther) {
			t.Errorf("%s\ngot  %s\nwant %s\nthe other:\ngot  %s\nwant %s", question, got, want, gotOther, wantOther)
		}
	}
}
