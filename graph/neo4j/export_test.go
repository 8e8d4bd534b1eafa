package neo4j

import (
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Watched makes every notification of the server an error of the test. That a label, type or property is not in the database yet is
// none: a small graph does not have them all.
func Watched(o Options, t *testing.T) Options {
	o.watch = func(summary neo4j.ResultSummary) {
		for _, n := range summary.Notifications() {
			if !strings.HasPrefix(n.Code(), "Neo.ClientNotification.Statement.Unknown") {
				t.Errorf("the server notes %s: %s", n.Code(), n.Description())
			}
		}
	}
	return o
}
