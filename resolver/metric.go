package resolver

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics are what /metrics shows. Labels have few values: names that clients choose are not among them.
type metrics struct {
	registry  *prometheus.Registry
	requests  *prometheus.CounterVec   // by operation (registered ones by name), status, code
	durations *prometheus.HistogramVec // by operation
	store     *prometheus.HistogramVec // by method
	failures  *prometheus.CounterVec   // of the store, by method
	answers   *prometheus.CounterVec   // by where they came from
	documents *prometheus.CounterVec   // by hit or miss
	limits    *prometheus.CounterVec   // by code
	cost      prometheus.Histogram
	executing prometheus.Gauge
}

// Labels of cache metrics.
const (
	hit  = "hit"
	miss = "miss"
)

func newMetrics() *metrics {
	// From what a cache answers to what a person gives up on, in seconds.
	buckets := []float64{.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "recital_requests_total", Help: "GraphQL requests by registered operation, HTTP status and first error's code.",
		}, []string{"operation", "status", "code"}),
		durations: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "recital_request_duration_seconds", Help: "Time from request to answer, by registered operation.", Buckets: buckets,
		}, []string{"operation"}),
		store: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "recital_store_call_duration_seconds", Help: "Calls to the store by method.", Buckets: buckets,
		}, []string{"method"}),
		failures: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "recital_store_failures_total", Help: "Calls to the store that failed, by method.",
		}, []string{"method"}),
		answers: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "recital_answers_total", Help: "Answers by where they came from: executed, server (cache), client (304).",
		}, []string{"from"}),
		documents: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "recital_documents_total", Help: "Documents looked up in the cache of parsed ones.",
		}, []string{"result"}),
		limits: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "recital_limits_total", Help: "Requests refused by a limit, by code.",
		}, []string{"code"}),
		cost: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "recital_request_cost", Help: "Estimated cost of requests.", Buckets: prometheus.ExponentialBuckets(1, 4, 10),
		}),
		executing: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "recital_requests_executing", Help: "Requests being executed now.",
		}),
	}
	m.registry.MustRegister(m.requests, m.durations, m.store, m.failures, m.answers, m.documents, m.limits, m.cost, m.executing,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry})
}
