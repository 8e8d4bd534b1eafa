package graphtest_test

import (
	"testing"

	"recital/graph/graphtest"
)

func TestFixtureIsValid(t *testing.T) {
	for _, d := range graphtest.Fixture() {
		if err := d.Check(); err != nil {
			t.Error(err)
		}
	}
}
