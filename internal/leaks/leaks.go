package leaks

import (
	"context"

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
	Roots []string
	// Gaps are what the source does not have, each of one of the roots.
	Gaps     []resource.Gap
	Detector *detect.Detector
	// Parallelism bounds the workers; 0 means one for each processor.
	Parallelism int
	// Once reports what stands in many versions of a file where it first stood.
	Once bool
}

// Scan examines files. The error is the source's, or that of a context that ended: what
// single files did not show is in the set as a gap or a counted note.
func Scan(ctx context.Context, o Options) (resource.Set, error) {
	found, err := tree.Read(ctx, o.Source, o.Parallelism, func(ctx context.Context, f tree.File) examined { return examine(ctx, o.Detector, f) })
	if err != nil {
		return resource.Set{}, err
	}
	return newBuilder(o).set(found), nil
}
