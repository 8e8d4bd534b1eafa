package resolver

import (
	"context"
	"errors"
	"runtime"
	"testing"
	"testing/synctest"
	"time"
)

// TestDeadline compares the context with the standard library's, in what a caller sees of both: after so long, with and without somebody
// who waits.
func TestDeadline(t *testing.T) {
	const length, early = time.Second, time.Millisecond
	for _, tc := range []struct {
		name string
		wait bool // somebody waits from the start
		do   func(cancel, cancelParent context.CancelFunc)
	}{
		{"nothing yet", false, func(_, _ context.CancelFunc) {}},
		{"nothing yet, waited for", true, func(_, _ context.CancelFunc) {}},
		{"just before", false, func(_, _ context.CancelFunc) { time.Sleep(length - early) }},
		{"over", false, func(_, _ context.CancelFunc) { time.Sleep(length) }},
		{"over, waited for", true, func(_, _ context.CancelFunc) { time.Sleep(length) }},
		{"ended", false, func(cancel, _ context.CancelFunc) { cancel() }},
		{"ended, waited for", true, func(cancel, _ context.CancelFunc) { cancel() }},
		{"over, then ended", true, func(cancel, _ context.CancelFunc) { time.Sleep(length); synctest.Wait(); cancel() }},
		{"the request is gone", false, func(_, cancelParent context.CancelFunc) { cancelParent() }},
		{"the request is gone, waited for", true, func(_, cancelParent context.CancelFunc) { cancelParent() }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var saw [2][3]any
				for i, with := range []func(context.Context, time.Duration) (context.Context, context.CancelFunc){
					context.WithTimeout,
					func(ctx context.Context, d time.Duration) (context.Context, context.CancelFunc) {
						return withTimeout(ctx, d)
					},
				} {
					parent, cancelParent := context.WithCancel(t.Context())
					ctx, cancel := with(parent, length)
					at, _ := ctx.Deadline()
					if tc.wait {
						ctx.Done()
					}
					begin := time.Now()
					tc.do(cancel, cancelParent)
					synctest.Wait()
					err := ctx.Err()
					done := false
					select {
					case <-ctx.Done():
						done = true
					default:
					}
					if done != (err != nil) || !errors.Is(ctx.Err(), err) {
						t.Errorf("done %v beside the error %v, then %v", done, err, ctx.Err())
					}
					saw[i] = [3]any{err, done, at.Sub(begin)}
					cancel()
					cancelParent()
				}
				if saw[0] != saw[1] {
					t.Errorf("got %v, the standard library's says %v", saw[1], saw[0])
				}
			})
		})
	}
}

// TestDeadlineOfTheRequest: an earlier end of the request's own holds.
func TestDeadlineOfTheRequest(t *testing.T) {
	parent, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	ctx, end := withTimeout(parent, time.Minute)
	defer end()
	of, _ := parent.Deadline()
	if at, _ := ctx.Deadline(); !at.Equal(of) {
		t.Errorf("it ends at %v, the request at %v", at, of)
	}
}

// TestDeadlineOfOthers: contexts made of this one end with it, and nothing runs for them meanwhile.
func TestDeadlineOfOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, end := withTimeout(t.Context(), time.Second)
		defer end()
		before := runtime.NumGoroutine()
		made, cancel := context.WithCancel(ctx)
		defer cancel()
		if after := runtime.NumGoroutine(); after != before {
			t.Errorf("%d goroutines more for a context made of it", after-before)
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if err := made.Err(); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("it ends with %v", err)
		}
	})
}
