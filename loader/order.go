package loader

import (
	"context"
	"iter"

	"golang.org/x/sync/errgroup"

	"recital/loader/source"
)

// inOrder reads items on a number of workers and yields the outcomes in the items' order. At most twice as many items as workers are under
// way, so that memory does not grow with their number.
func inOrder(ctx context.Context, workers int, read func(source.Item) Outcome, items iter.Seq2[source.Item, error],
	progress func(Progress),
) iter.Seq2[Outcome, error] {
	return func(yield func(Outcome, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		group, ctx := errgroup.WithContext(ctx)
		queue := make(chan chan Outcome, 2*workers)
		group.Go(func() error {
			defer close(queue)
			return dispatch(ctx, group, workers, read, items, queue)
		})
		done := Progress{}
		stopped := false
		for slot := range queue {
			outcome := <-slot
			if stopped {
				continue
			}
			done.Documents++
			done.Bytes += outcome.Size
			done.Name = outcome.Name
			if progress != nil {
				progress(done)
			}
			if !yield(outcome, nil) {
				stopped = true
				cancel()
			}
		}
		if err := group.Wait(); err != nil && !stopped {
			yield(Outcome{}, err)
		}
	}
}

// dispatch hands each item to a worker and its slot to the queue, in order. Every slot that reaches the queue is filled.
func dispatch(ctx context.Context, group *errgroup.Group, workers int, read func(source.Item) Outcome,
	items iter.Seq2[source.Item, error], queue chan<- chan Outcome,
) error {
	tokens := make(chan struct{}, workers)
	for item, err := range items {
		if err != nil && !IsRefusal(err) {
			return err
		}
		slot := make(chan Outcome, 1)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case queue <- slot:
		}
		if err != nil {
			slot <- Outcome{Name: item.Name, Refusal: err}
			continue
		}
		tokens <- struct{}{}
		group.Go(func() error {
			defer func() { <-tokens }()
			slot <- read(item)
			return nil
		})
	}
	return ctx.Err()
}
