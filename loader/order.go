package loader

import (
	"context"
	"iter"
	"runtime"

	"golang.org/x/sync/errgroup"

	"recital/loader/source"
)

// InOrder reads items on a number of workers (0: one for each processor) and yields what each became, in the items' order. The reader is given
// the refusal of an item that has one; any other error, and the context's, is yielded once, as the last. At most twice as many items
// as workers are under way, so that memory does not grow with their number.
func InOrder[R any](ctx context.Context, workers int, items iter.Seq2[source.Item, error], read func(source.Item, error) R) iter.Seq2[R, error] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(R, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		group, ctx := errgroup.WithContext(ctx)
		queue := make(chan chan R, 2*workers)
		group.Go(func() error {
			defer close(queue)
			return dispatch(ctx, group, workers, items, read, queue)
		})
		stopped := false
		for slot := range queue {
			became := <-slot
			if !stopped && !yield(became, nil) {
				stopped = true
				cancel()
			}
		}
		if err := group.Wait(); err != nil && !stopped {
			var none R
			yield(none, err)
		}
	}
}

// dispatch hands each item to a worker and its slot to the queue, in order. Every slot that reaches the queue is filled.
func dispatch[R any](ctx context.Context, group *errgroup.Group, workers int, items iter.Seq2[source.Item, error],
	read func(source.Item, error) R, queue chan<- chan R,
) error {
	tokens := make(chan struct{}, workers)
	for item, err := range items {
		if err != nil && !IsRefusal(err) {
			return err
		}
		slot := make(chan R, 1)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case queue <- slot:
		}
		tokens <- struct{}{}
		group.Go(func() error {
			defer func() { <-tokens }()
			slot <- read(item, err)
			return nil
		})
	}
	return ctx.Err()
}
