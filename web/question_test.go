package web

import (
	"net/url"
	"testing"
)

// TestAddress: an address is the one that URLSearchParams and JSON.stringify make.
func TestAddress(t *testing.T) {
	q := questions{"Reader": "abc"}
	got := q.reader(`A/78/6(Sect.29A) é"\<~*'`)
	want := `/graphql?operationName=Reader&variables=%7B%22id%22%3A%22A%2F78%2F6%28Sect.29A%29+%C3%A9%5C%22%5C%5C%3C%7E*%27%22%2C%22after%22%3Anull%7D` +
		`&extensions=%7B%22persistedQuery%22%3A%7B%22version%22%3A1%2C%22sha256Hash%22%3A%22abc%22%7D%7D`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestQuestions: each of the addresses names a document that the server knows.
func TestQuestions(t *testing.T) {
	documents, err := TrustedDocuments()
	if err != nil {
		t.Fatal(err)
	}
	q := mustQuestions()
	if len(q) != len(documents) {
		t.Errorf("got %d names of %d documents", len(q), len(documents))
	}
	for _, name := range []string{"Start", "Reader", "CitedBy", "Chain"} {
		if documents[q[name]] == "" {
			t.Errorf("%s is not an operation of the explorer", name)
		}
	}
	addresses := Questions([]string{"udhr", "iccpr"})
	if got, want := len(addresses), 7; got != want {
		t.Errorf("got %d addresses, want %d", got, want)
	}
	for _, address := range addresses {
		if u, err := url.Parse(address); err != nil || u.Path != apiPath || u.Query().Get("extensions") == "" {
			t.Errorf("%s: %v", address, err)
		}
	}
}
