package resolver_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"recital/resolver"
)

// TestLogNamesOperations by the request's operationName, or by the document where it says none; however the answer was found.
func TestLogNamesOperations(t *testing.T) {
	var log bytes.Buffer
	handler := serve(t, resolver.Options{Reader: fixture(t), Logger: slog.New(slog.NewJSONHandler(&log, nil))})
	for _, tc := range []struct{ name, query, want string }{
		{"executed", `query WhatIsThere { stats { revision } }`, "WhatIsThere"},
		{"kept", `query WhatIsThere { stats { revision } }`, "WhatIsThere"},
		{"without a name", `{ stats { revision } }`, ""},
		{"refused", `query Wrong { nothing }`, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			log.Reset()
			post(t, handler, tc.query, nil)
			if want := `"operation":"` + tc.want + `"`; !strings.Contains(log.String(), want) {
				t.Errorf("no %s in %s", want, log.String())
			}
		})
	}
}
