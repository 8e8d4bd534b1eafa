package neo4j

import (
	"strings"
	"testing"
	"time"

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

// Impatient makes a store give up soon when the server is gone.
func Impatient(o Options) Options {
	o.retry = time.Second
	return o
}

// SmallBatches makes a load of few documents take several transactions.
func SmallBatches(o Options, rows int) Options {
	o.batch = rows
	return o
}
