package resolver

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// deadline is the context of a request that ends at a time, as one of [context.WithDeadline], but that its timer is made when somebody waits for
// the end: an answer from memory asks between two steps whether it has come, and waits for nothing. It is safe for concurrent use.
type deadline struct {
	context.Context // the request's
	at              time.Time

	mu     sync.Mutex
	over   bool
	cancel context.CancelFunc
	waited atomic.Pointer[context.Context] // with the timer; nil until somebody waits
}

// withTimeout returns a context that ends after so long, and what ends it before.
func withTimeout(parent context.Context, length time.Duration) (*deadline, context.CancelFunc) {
	d := &deadline{Context: parent, at: time.Now().Add(length)}
	if earlier, ok := parent.Deadline(); ok && earlier.Before(d.at) {
		d.at = earlier
	}
	return d, d.end
}

// end releases what the context holds: nobody needs the answer any more.
func (d *deadline) end() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.over = true
	if d.cancel != nil {
		d.cancel()
	}
}

// Deadline implements [context.Context].
func (d *deadline) Deadline() (time.Time, bool) { return d.at, true }

// Done implements [context.Context].
func (d *deadline) Done() <-chan struct{} {
	if waited := d.waited.Load(); waited != nil {
		return (*waited).Done()
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if waited := d.waited.Load(); waited != nil {
		return (*waited).Done()
	}
	waited, cancel := context.WithDeadline(d.Context, d.at)
	if d.over {
		cancel()
	}
	d.cancel = cancel
	d.waited.Store(&waited)
	return waited.Done()
}

// Value implements [context.Context]: contexts made of this one find the timer's, and are ended by it without a goroutine for each.
func (d *deadline) Value(key any) any {
	if waited := d.waited.Load(); waited != nil {
		return (*waited).Value(key)
	}
	return d.Context.Value(key)
}

// Err implements [context.Context].
func (d *deadline) Err() error {
	if waited := d.waited.Load(); waited != nil {
		return (*waited).Err()
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.Context.Err(); err != nil {
		return err
	}
	switch {
	case d.over:
		return context.Canceled
	case !time.Now().Before(d.at):
		return context.DeadlineExceeded
	default:
		return nil
	}
}
