package faults

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"recital/graph/graphtest"
)

// corpus is the measured graph: small enough that questions, not the load, take the time.
var corpus = graphtest.Synthetic{Documents: 300, RedLinks: 400, Paragraphs: 6, Citations: 12, Namings: 12, Words: 12}

// kinds are the questions asked of many resolutions ($a and $b).
var kinds = []string{
	`{resolution(symbol: "$a") {title date cites(first: 20) {totalCount nodes {act confidence paragraph {place} target {id title} evidence {quote}}}}}`,
	`{instrument(symbol: "$a") {citedByCount citedBy(first: 20) {totalCount facets(keys: [YEAR, ACT]) {values {value count}} nodes {date source {id}}}}}`,
	`{instrument(symbol: "$a") {paragraphs(first: 50) {nodes {place text cites {nodes {target {id}}} rights {nodes {target {... on Right {id}}}}}}}}`,
	`{instrument(symbol: "$a") {restsOn(last: 10) {nodes {count acts target {id} citations {id}} pageInfo {startCursor hasPreviousPage}}}}`,
	`{chain(start: "$a", depth: 3, limit: 60) {truncated steps {depth more node {id}} links {source {id} target {id} count}}}`,
	`{chain(start: "$a", direction: IN, depth: 2) {truncated steps {depth more node {id}}}}`,
	`{neighbourhood(start: "$a", depth: 2, limit: 30) {truncated steps {depth node {id citesCount citedByCount}}}}`,
	`{paths(from: "$a", to: "$b", count: 2, maxLength: 5) {truncated paths {length nodes {id} hops {act evidence {quote}}}}}`,
	`{common(instruments: ["$a", "$b"], depth: 2) {truncated shared {depths node {id}}}}`,
	`{compare(left: "$a", right: "$b") {both {target {id}} onlyLeft {target {id}} onlyRight {target {id}}}}`,
	`{nodes(ids: ["$a", "$b", "nothing", "$a#OP1"]) {id label ... on Paragraph {act cites {totalCount}}}}`,
	`{find(text: "$a") {candidates {id held citedByCount}}}`,
}

// others are asked as they are.
var others = []string{
	`{stats {revision nodes {kind count} links {type count} bodies {body held cited} resolved open}}`,
	`{redLinks(first: 20) {totalCount nodes {id citedByCount}}}`,
	`{instruments(filter: {holding: HELD, since: "1990-01-01"}, orderBy: DATE, first: 30) {totalCount facets(keys: [YEAR, SESSION]) {values {value count}} nodes {id date}}}`,
	`{paragraphs(filter: {acts: [RECALLS, REAFFIRMS]}, first: 20) {totalCount nodes {id act instrument {id}}}}`,
	`{rights(first: 10) {nodes {id mentionCount namedBy(first: 3) {nodes {source {id} evidence {quote}}}}}}`,
	`{search(text: "resolution", first: 10) {totalCount nodes {class snippet node {id}}}}`,
	`{matrix(size: 4) {rights {id} actors {id} cells {right actor count}}}`,
}

// question is one request and the answer that is right.
type question struct {
	body   string
	answer string
	etag   string
}

// questions draws so many questions and answers them by a handler that no fault reaches.
func questions(t *testing.T, right http.Handler, n int) []question {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 1))
	queries := append([]string{}, others...)
	for i := range n {
		a, b := corpus.Symbol(random.IntN(corpus.Documents)), corpus.Symbol(random.IntN(corpus.Documents))
		queries = append(queries, strings.NewReplacer("$a", string(a), "$b", string(b)).Replace(kinds[i%len(kinds)]))
	}
	var asked []question
	for _, query := range queries {
		body, err := json.Marshal(map[string]string{"query": query})
		if err != nil {
			t.Fatal(err)
		}
		r, err := request(t.Context(), "/graphql", string(body))
		if err != nil {
			t.Fatal(err)
		}
		w := httptest.NewRecorder()
		right.ServeHTTP(w, r)
		if w.Code != http.StatusOK || codeOf(w.Body.Bytes()) != "" {
			t.Fatalf("%s: %d %.300s", query, w.Code, w.Body)
		}
		asked = append(asked, question{string(body), w.Body.String(), w.Header().Get("Etag")})
	}
	return asked
}

func request(ctx context.Context, address, body string) (*http.Request, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	return r, nil
}

// codeOf is the code of an answer's first error: empty for none, a question mark for one without a code.
func codeOf(body []byte) string {
	var answer struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return fmt.Sprintf("? %.100s", body)
	}
	if len(answer.Errors) == 0 {
		return ""
	}
	if code := answer.Errors[0].Extensions.Code; code != "" {
		return code
	}
	return "?"
}
