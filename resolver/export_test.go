package resolver_test

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"recital/graph"
	"recital/resolver"
)

func TestExport(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	for _, tc := range []struct {
		name, address string
		status        int
		want          string // in the body; for refusals the code
	}{
		{"all as a table", "/export?format=csv", 200, "A/HRC/RES/90/3,"},
		{"a chain by a loose symbol", "/export?format=gexf&chain=HRC+90/3&depth=2&direction=out", 200, `<node id="udhr"`},
		{"a search", "/export?format=bibtex&search=privacy&body=HRC&kind=resolution&since=2030-01-01&until=2040-01-01", 200, "A/HRC/RES/90/3"},
		{"as of a day", "/export?format=graphml&chain=A/HRC/RES/90/3&asOf=2030-01-01", 200, "</graphml>"},
		{"no format", "/export", 400, "BAD_INPUT"},
		{"an unknown format", "/export?format=docx", 400, "BAD_INPUT"},
		{"an unknown start", "/export?format=csv&chain=nothing", 404, "NOT_FOUND"},
		{"an unknown parameter", "/export?format=csv&colour=red", 400, "BAD_INPUT"},
		{"a depth of nothing", "/export?format=csv&chain=udhr&depth=deep", 400, "BAD_INPUT"},
		{"too deep", "/export?format=csv&chain=udhr&depth=99", 400, "BAD_INPUT"},
		{"a date of nothing", "/export?format=csv&search=a&since=now", 400, "BAD_INPUT"},
		{"both", "/export?format=csv&search=a&chain=udhr", 400, "BAD_INPUT"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := get(t, handler, tc.address)
			if a.status != tc.status || !bytes.Contains(a.body, []byte(tc.want)) {
				t.Errorf("%d %.300s", a.status, a.body)
			}
			if attached := strings.HasPrefix(a.header.Get("Content-Disposition"), "attachment"); attached != (tc.status == 200) {
				t.Errorf("attached: %v", attached)
			}
		})
	}
}

// breaking fails after the first page.
type breaking struct{ graph.Reader }

func (b breaking) Links(context.Context, []graph.ID, graph.LinkFilter, graph.PageRequest) ([]graph.Page[graph.LinkView], error) {
	return nil, errors.New("gone")
}

func TestExportBrokenOffIsNoWholeFile(t *testing.T) {
	server := httptest.NewServer(serve(t, resolver.Options{Reader: breaking{manyInstruments(t)}}))
	defer server.Close()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+"/export?format=graphml", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept-Encoding", "identity")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := response.Body.Close(); err != nil {
			t.Error(err)
		}
	}()
	var body bytes.Buffer
	if _, err := body.ReadFrom(response.Body); err == nil {
		t.Errorf("a broken export of %d bytes ends like a whole one", body.Len())
	}
}

// manyInstruments holds more than one buffer of an export.
func manyInstruments(t testing.TB) graph.Store {
	t.Helper()
	store := fixture(t)
	list := make([]*graph.Document, 0, 300)
	for i := range 300 {
		list = append(list, newDocument("A/HRC/RES/91/"+string(rune('0'+i/100))+string(rune('0'+i/10%10))+string(rune('0'+i%10)),
			strings.Repeat("A long title. ", 30)))
	}
	if err := store.Apply(t.Context(), documents(list)); err != nil {
		t.Fatal(err)
	}
	return store
}
