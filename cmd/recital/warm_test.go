package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"recital/graph"
	"recital/graph/embedded"
	"recital/resolver"
	"recital/web"
)

// TestWarmUp: a server is ready when it has warmed up, when it cannot, and when nobody waits for it any more.
func TestWarmUp(t *testing.T) {
	logger := slog.New(slog.DiscardHandler)
	for _, outcome := range []error{nil, graph.ErrUnavailable} {
		second := false
		warmed, stop := warmUp(t.Context(), logger, func(context.Context) error { return outcome }, func(context.Context) error {
			second = true
			return nil
		})
		<-warmed // or the test does not end
		stop()
		if second != (outcome == nil) {
			t.Errorf("after %v the second step was taken: %v", outcome, second)
		}
	}
	warmed, stop := warmUp(t.Context(), logger, func(ctx context.Context) error {
		<-ctx.Done()
		return ctx.Err()
	})
	select {
	case <-warmed:
		t.Error("a store that is still warming up is called warm")
	default:
	}
	stop()
	<-warmed
}

// counting counts the questions to a store after pages of links.
type counting struct {
	graph.Store
	asked int
}

func (c *counting) Links(
	ctx context.Context, ids []graph.ID, f graph.LinkFilter, p graph.PageRequest,
) ([]graph.Page[graph.LinkView], error) {
	c.asked++
	return c.Store.Links(ctx, ids, f, p)
}

// TestWarmBuiltin: the built-in data can be readied.
func TestWarmBuiltin(t *testing.T) {
	store, err := embedded.Builtin(t.Context(), builtinData, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	steps := warming(store)
	if len(steps) == 0 {
		t.Error("nothing is done")
	}
	for _, step := range steps {
		if err := step(t.Context()); err != nil {
			t.Error(err)
		}
	}
}

// TestAskFirst: a store is asked what the explorer asks, which the API understands.
func TestAskFirst(t *testing.T) {
	model := fixture(t)
	store := &counting{Store: model}
	if err := askFirst(t.Context(), store); err != nil {
		t.Fatal(err)
	}
	if store.asked == 0 {
		t.Error("the store was not asked for links")
	}
	trusted, err := web.TrustedDocuments()
	if err != nil {
		t.Fatal(err)
	}
	api, err := resolver.New(resolver.Options{Reader: model, Trusted: trusted})
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range web.Questions([]string{"A/HRC/RES/90/3"}) {
		answer := httptest.NewRecorder()
		api.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, address, nil))
		if body := answer.Body.String(); answer.Code != http.StatusOK || !strings.HasPrefix(body, `{"data":`) {
			t.Errorf("%s: status %d, %.200s", address, answer.Code, body)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := askFirst(ended, model); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}
