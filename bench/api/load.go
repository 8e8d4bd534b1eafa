package main

import (
	"context"
	"fmt"
	"slices"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

// asker asks questions one after the other.
type asker interface {
	ask(ctx context.Context, q question) error
	close()
}

// way is one way to answers.
type way struct {
	name string
	dial func(context.Context) (asker, error)
	ask  func(n int) question
}

// result is what a measurement found.
type result struct {
	length time.Duration
	times  []time.Duration // of each answer
	asked  int             // with those while warming up
	cpu    time.Duration   // processor time, of server and clients together
}

// add joins what two measurements found.
func (r *result) add(other result) {
	r.length += other.length
	r.times = append(r.times, other.times...)
	r.asked += other.asked
	r.cpu += other.cpu
}

func (r *result) perSecond() float64 { return float64(len(r.times)) / r.length.Seconds() }

// each is the processor time for an answer.
func (r *result) each() time.Duration { return r.cpu / time.Duration(r.asked) }

// percentile is the time that so many of a hundred answers were given in.
func (r *result) percentile(n int) time.Duration {
	slices.Sort(r.times)
	return r.times[len(r.times)*n/100].Round(10 * time.Microsecond)
}

// span is how long a measurement takes.
type span struct{ warmUp, length time.Duration }

// load asks with so many clients, each on a connection of its own, waiting for each answer.
func load(ctx context.Context, clients int, s span, w way) (result, error) {
	times, asked := make([][]time.Duration, clients), make([]int, clients)
	group, ctx := errgroup.WithContext(ctx)
	used, begin := processorTime(), time.Now().Add(s.warmUp)
	end := begin.Add(s.length)
	for c := range clients {
		group.Go(func() error {
			client, err := w.dial(ctx)
			if err != nil {
				return err
			}
			defer client.close()
			for n := c; ; n += clients {
				start := time.Now()
				if start.After(end) {
					return nil
				}
				if err := client.ask(ctx, w.ask(n)); err != nil {
					return err
				}
				asked[c]++
				if start.After(begin) {
					times[c] = append(times[c], time.Since(start))
				}
			}
		})
	}
	if err := group.Wait(); err != nil {
		return result{}, fmt.Errorf("%s: %w", w.name, err)
	}
	r := result{length: s.length, times: slices.Concat(times...), cpu: processorTime() - used}
	for _, n := range asked {
		r.asked += n
	}
	return r, nil
}

// warmClients ask at once what is not measured.
const warmClients = 8

// all asks every question once.
func all(ctx context.Context, w way) error {
	group, ctx := errgroup.WithContext(ctx)
	for c := range warmClients {
		group.Go(func() error {
			client, err := w.dial(ctx)
			if err != nil {
				return err
			}
			defer client.close()
			for n := c; n < instruments; n += warmClients {
				if err := client.ask(ctx, another(n)); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return fmt.Errorf("%s: %w", w.name, err)
	}
	return nil
}

// processorTime is what this process has used.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic("bench/api: a process may always ask what it used: " + err.Error())
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
