package resolver

import (
	"math"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"golang.org/x/time/rate"

	"recital/resolver/internal/cache"
)

// clients bounds how often each client asks. It is safe for concurrent use; nil lets all through.
type clients struct {
	rate    Rate
	buckets *cache.LRU[string, *rate.Limiter] // of the clients seen last
}

// keptClients bounds the memory that clients take: a bucket that was not used for so long is full again anyway.
const keptClients = 100_000

func newClients(r Rate) *clients {
	if r.PerSecond <= 0 {
		return nil
	}
	return &clients{rate: r, buckets: cache.New[string, *rate.Limiter](keptClients, nil)}
}

// allow takes a token of the client's, or says how long until there is one.
func (c *clients) allow(client string, now time.Time) (time.Duration, bool) {
	if c == nil {
		return 0, true
	}
	bucket, found := c.buckets.Get(client)
	if !found {
		bucket = rate.NewLimiter(rate.Limit(c.rate.PerSecond), c.rate.Burst)
		c.buckets.Put(client, bucket)
	}
	reservation := bucket.ReserveN(now, 1)
	wait := reservation.DelayFrom(now)
	if wait > 0 {
		reservation.CancelAt(now)
		return wait, false
	}
	return 0, true
}

// client is the address that a request comes from, without its port.
func (s *server) client(r *http.Request) string {
	if s.options.ClientHeader != "" {
		// The last address is the one that the trusted proxy has seen itself; those before it anyone can write.
		addresses := strings.Split(r.Header.Get(s.options.ClientHeader), ",")
		if last := strings.TrimSpace(addresses[len(addresses)-1]); last != "" {
			return last
		}
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// seconds is a wait as Retry-After has it: whole, at least one.
func seconds(wait time.Duration) string {
	return strconv.Itoa(max(1, int(math.Ceil(wait.Seconds()))))
}
