package faults

import (
	"context"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// unavailable is the code that may be told only while the store does not answer, and soon after.
const unavailable = "STORE_UNAVAILABLE"

// unmarked is a right answer without its ETag: the store was gone before its revision could be read again. It is told like unavailable, only then.
const unmarked = "NO_ETAG"

// excusable are the codes of what may be told. The last two say that the machine is slow, which it may be at any time.
var excusable = []string{unavailable, "TIMEOUT", "TOO_BUSY"}

// patience is how long a client waits after an error before it asks again: less than people do, and enough for the server to start
// again on the same machine.
const patience = 50 * time.Millisecond

// failure is a request that was not answered.
type failure struct {
	begun, ended time.Time
	code         string
}

// outage is one fault.
type outage struct {
	name       string
	begin, end time.Time
	first      time.Time // when the first right answer came that was asked for after it; zero for none
	codes      map[string]int
	last       time.Duration // how long after it the last request began that was told that the store is unavailable
}

// during reports whether a request was under way while it lasted.
func (o *outage) during(f *failure) bool { return f.begun.Before(o.end) && f.ended.After(o.begin) }

// load is clients that ask without a pause, and what they were told.
type load struct {
	client  *http.Client
	stop    func() // ends the load, after the answers that are still to come
	stopped chan struct{}
	running sync.WaitGroup
	right   atomic.Int64

	mu       sync.Mutex
	failures []failure
	wrong    []string
	outages  []outage
}

func newLoad(ctx context.Context, address string, asked []question) *load {
	l := &load{
		client:  &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: *clients}},
		stopped: make(chan struct{}),
	}
	l.stop = sync.OnceFunc(func() {
		close(l.stopped)
		l.running.Wait()
		l.client.CloseIdleConnections()
	})
	for c := range *clients {
		random := rand.New(rand.NewPCG(uint64(c), 2))
		l.running.Go(func() {
			for {
				select {
				case <-l.stopped:
					return
				default:
					l.ask(ctx, address, asked[random.IntN(len(asked))])
				}
			}
		})
	}
	return l
}

// ask asks one question and judges the answer.
func (l *load) ask(ctx context.Context, address string, q question) {
	begun := time.Now()
	r, err := request(ctx, address, q.body)
	if err != nil {
		l.wrongly(err.Error())
		return
	}
	response, err := l.client.Do(r)
	if err != nil {
		l.wrongly("the server itself did not answer: " + err.Error())
		return
	}
	body, err := io.ReadAll(response.Body)
	if closed := response.Body.Close(); err != nil || closed != nil {
		l.wrongly("an answer broke off")
		return
	}
	code := codeOf(body)
	switch {
	case code == "" && string(body) == q.answer && response.Header.Get("Etag") == q.etag:
		l.rightly(begun)
	case code == "" && string(body) == q.answer && response.Header.Get("Etag") == "":
		l.fail(begun, unmarked)
	case code == "":
		l.wrongly("to " + q.body + ": " + string(body) + " with ETag " + response.Header.Get("Etag"))
	case !slices.Contains(excusable, code):
		l.wrongly("code " + code + " to " + q.body)
	default:
		l.fail(begun, code)
		time.Sleep(patience)
	}
}

// fail keeps a failure that has just ended.
func (l *load) fail(begun time.Time, code string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.failures = append(l.failures, failure{begun, time.Now(), code})
}

// rightly counts a right answer, and notes the first after a fault.
func (l *load) rightly(begun time.Time) {
	l.right.Add(1)
	l.mu.Lock()
	defer l.mu.Unlock()
	if n := len(l.outages); n > 0 && l.outages[n-1].first.IsZero() && begun.After(l.outages[n-1].end) {
		l.outages[n-1].first = time.Now()
	}
}

func (l *load) wrongly(what string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.wrong = append(l.wrong, what)
}

// fault lets something go wrong and keeps when.
func (l *load) fault(t *testing.T, name string, do func() error) {
	t.Helper()
	begin := time.Now()
	if err := do(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.outages = append(l.outages, outage{name: name, begin: begin, end: time.Now(), codes: make(map[string]int)})
}

// shown bounds the wrong answers that the report prints.
const shown = 5

// report says what happened and judges it: a request that meets a fault may fail, and so may one that begins soon after; the first
// right answer must come soon after, too.
func (l *load) report(t *testing.T) {
	t.Helper()
	t.Logf("%d right answers, %d errors with a code, %d wrong", l.right.Load(), len(l.failures), len(l.wrong))
	for _, w := range l.wrong[:min(len(l.wrong), shown)] {
		t.Errorf("wrong: %.500s", w)
	}
	slow := 0
	for i := range l.failures {
		switch f := &l.failures[i]; {
		case l.blame(f):
		case f.code == unavailable, f.code == unmarked:
			t.Errorf("%s at %v, when nothing was wrong", f.code, f.begun)
		default:
			slow++
		}
	}
	t.Logf("%d requests took too long while nothing was wrong", slow)
	for _, o := range l.outages {
		t.Logf("%s of %v: errors %v; the first right answer %v after it, the last that found no store asked %v after it", o.name,
			o.end.Sub(o.begin).Round(time.Millisecond), o.codes, o.first.Sub(o.end).Round(time.Millisecond), o.last.Round(time.Millisecond))
		if o.first.IsZero() || o.first.Sub(o.end) > *recovery || o.last > *recovery {
			t.Errorf("%s: no recovery within %v", o.name, *recovery)
		}
	}
}

// blame finds the fault that a request met, or else the last one before it, and reports whether that excuses it.
func (l *load) blame(f *failure) bool {
	var before *outage
	for i := range l.outages {
		o := &l.outages[i]
		if o.during(f) {
			o.codes[f.code]++
			return true
		}
		if o.end.Before(f.begun) {
			before = o
		}
	}
	if before == nil || f.code != unavailable && f.code != unmarked {
		return false
	}
	before.codes[f.code]++
	before.last = max(before.last, f.begun.Sub(before.end))
	return before.last <= *recovery
}
