package resolver_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/resolver"
)

// TestAlternatives: a resolved citation says what its words may mean instead, also where the graph does not know that instrument.
func TestAlternatives(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	a := post(t, handler, `{ resolution(symbol: "HRC 90/3") { cites(first: 2) { nodes { alternatives { id confidence instrument { title } } } } } }`, nil)
	var got any
	if err := json.Unmarshal(a.Data, &got); err != nil {
		t.Fatalf("%v: %s", err, a.body)
	}
	var want any
	if err := json.Unmarshal([]byte(`{"resolution": {"cites": {"nodes": [
		{"alternatives": []},
		{"alternatives": [
			{"id": "A/HRC/RES/99/175", "confidence": 0.05, "instrument": null},
			{"id": "A/RES/99/176", "confidence": 0.03, "instrument": {"title": "Déclaration sur l’Économie numérique"}}
		]}
	]}}}`), &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
