package tree

import (
	"context"
	"errors"
	"runtime"
	"sync"
)

// Read reads the files of a source in parallel, and gives what was made of them in the
// source's order. parallelism bounds the workers; 0 means one for each processor. The error
// is the source's, or that of a context that ended.
func Read[T any](ctx context.Context, source Source, parallelism int, read func(context.Context, File) T) ([]T, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if parallelism <= 0 {
		parallelism = runtime.GOMAXPROCS(0)
	}
	type job struct {
		file  File
		place int
	}
	jobs := make(chan job)
	var mu sync.Mutex
	var out []T
	put := func(place int, made T) {
		mu.Lock()
		defer mu.Unlock()
		for len(out) <= place {
			var none T
			out = append(out, none)
		}
		out[place] = made
	}
	var workers sync.WaitGroup
	for range parallelism {
		workers.Go(func() {
			for j := range jobs {
				put(j.place, read(ctx, j.file))
			}
		})
	}
	place := 0
	err := source(ctx, func(f File) error {
		select {
		case jobs <- job{f, place}:
			place++
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	close(jobs)
	workers.Wait()
	return out, errors.Join(err, ctx.Err())
}
