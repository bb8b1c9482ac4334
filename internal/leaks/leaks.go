package leaks

import (
	"context"
	"errors"
	"runtime"
	"sync"

	"github.com/hipaactl/hipaactl/internal/detect"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/tree"
)

// Options say what to examine.
type Options struct {
	Source tree.Source
	// What names the choice of files: "files", "staged", "changed", "history".
	What string
	// Roots are examined also where they hold no file.
	Roots    []string
	Detector *detect.Detector
	// Parallelism bounds the workers; 0 means one for each processor.
	Parallelism int
	// Once reports what stands in many versions of a file where it first stood.
	Once bool
}

// Scan examines files. The error is the source's, or that of a context that ended: what
// single files did not show is in the set as a gap or a counted note.
func Scan(ctx context.Context, o Options) (resource.Set, error) {
	found, err := examineAll(ctx, o)
	if err != nil {
		return resource.Set{}, err
	}
	return newBuilder(o).set(found), nil
}

// job is a file with its place in the source's order.
type job struct {
	file  tree.File
	place int
}

// examineAll examines in parallel, and gives what was found in the source's order.
func examineAll(ctx context.Context, o Options) ([]examined, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	n := o.Parallelism
	if n <= 0 {
		n = runtime.GOMAXPROCS(0)
	}
	jobs := make(chan job)
	var mu sync.Mutex
	var found []examined
	put := func(place int, e examined) {
		mu.Lock()
		defer mu.Unlock()
		for len(found) <= place {
			found = append(found, examined{})
		}
		found[place] = e
	}
	var workers sync.WaitGroup
	for range n {
		workers.Go(func() {
			for j := range jobs {
				put(j.place, examine(ctx, o.Detector, j.file))
			}
		})
	}
	place := 0
	err := o.Source(ctx, func(f tree.File) error {
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
	return found, errors.Join(err, ctx.Err())
}
