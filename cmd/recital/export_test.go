package main

import (
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/resolver"
)

// TestExportIsTheServers gives the command and the server's /export the same words.
func TestExportIsTheServers(t *testing.T) {
	home := t.TempDir()
	handler := serving(t, "builtin:")
	asked := make(map[string]bool)
	for _, address := range []string{
		"format=gexf&chain=HRC+53/29&depth=2",
		"format=csv&chain=A/HRC/RES/47/23&direction=in&depth=1&asOf=2023-12-31",
		"format=graphml&chain=udhr&direction=IN&limit=3",
		"format=ris&search=privacy&body=HRC&since=2015-01-01",
		"format=bibtex&search=privacy&asOf=2022-12-31&holding=HELD",
		"format=csv-nodes&kind=treaty&kind=declaration&until=1970-01-01&holding=not_held",
	} {
		t.Run(address, func(t *testing.T) {
			values, err := url.ParseQuery(address)
			if err != nil {
				t.Fatal(err)
			}
			args := []string{"export", "--store", "builtin:"}
			for name, given := range values {
				asked[name] = true
				for _, value := range given {
					args = append(args, "--"+name, value)
				}
			}
			recorder := httptest.NewRecorder()
			handler.ServeHTTP(recorder, httptest.NewRequestWithContext(t.Context(), "GET", "/export?"+address, nil))
			r := recital(t, home, args...)
			if r.status != statusDone || recorder.Code != 200 {
				t.Fatalf("the command: %d %s; the server: %d %s", r.status, r.stderr, recorder.Code, recorder.Body)
			}
			if diff := cmp.Diff(recorder.Body.String(), r.stdout); diff != "" {
				t.Errorf("the command writes otherwise (-server +command):\n%.2000s", diff)
			}
			if strings.Count(r.stdout, "\n") < 3 {
				t.Errorf("an export of nothing shows nothing: %s", r.stdout)
			}
			if cut := recorder.Header().Get("Recital-Truncated") != ""; cut != strings.Contains(r.stderr, "cut") || cut != values.Has("limit") {
				t.Errorf("the server says it is cut: %v; the command: %q", cut, r.stderr)
			}
		})
	}
	for _, p := range resolver.ExportParameters() {
		if !asked[p.Name] {
			t.Errorf("%s is not tried", p.Name)
		}
	}
}

func TestExportRefuses(t *testing.T) {
	home := t.TempDir()
	for _, args := range [][]string{
		{"--format", "docx"},
		{"--format", "csv", "--chain", "udhr", "--search", "privacy"},
		{"--format", "csv", "--chain", "udhr", "--kind", "treaty"},
		{"--format", "csv", "--chain", "udhr", "--depth", "deep"},
		{"--format", "csv", "--chain", "udhr", "--depth", "99"},
		{"--format", "csv", "--chain", "udhr", "--direction", "IN", "--in"},
		{"--format", "csv", "--since", "yesterday"},
		{"here"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			r := recital(t, home, slices.Concat([]string{"export", "--store", "builtin:"}, args)...)
			if r.status != statusUsage || r.stdout != "" {
				t.Errorf("status %d, want %d: %s%.200s", r.status, statusUsage, r.stderr, r.stdout)
			}
		})
	}
}
