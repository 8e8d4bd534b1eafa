package graphtest_test

import (
	"testing"

	"recital/graph/graphtest"
)

func TestSyntheticIsValid(t *testing.T) {
	n := 0
	for d, err := range (graphtest.Synthetic{Documents: 20, RedLinks: 50, Paragraphs: 7, Citations: 20, Namings: 30, Words: 10}).All() {
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Check(); err != nil {
			t.Error(err)
		}
		n++
	}
	if n != 20 {
		t.Errorf("got %d documents, want 20", n)
	}
}
