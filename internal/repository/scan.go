package repository

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"github.com/hipaactl/hipaactl/internal/detect"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/tree"
)

// maxFile bounds a file, in bytes: a larger one is a gap.
const maxFile = 4 << 20

// Options say what to examine.
type Options struct {
	Source tree.Source
	// Root is the repository's directory, as findings name it.
	Root string
	// Attestations is the file with attestations, from the root; empty means AttestationFile.
	Attestations string
	// Bills are bills of material that lie elsewhere.
	Bills []tree.File
	// Parallelism bounds the workers; 0 means one for each processor.
	Parallelism int
}

// Scan reads the files of a repository. The error is the source's, or that of a context that
// ended: what single files did not show is in the set as a gap.
func Scan(ctx context.Context, o Options) (resource.Set, error) {
	b := &builder{root: o.Root, files: map[string]tree.File{}}
	d, err := detect.New()
	if err != nil {
		return resource.Set{}, fmt.Errorf("detector: %w", err)
	}
	o.Source = showable(o.Source, d)
	all := extractors(o)
	read, err := tree.Read(ctx, o.Source, o.Parallelism, func(ctx context.Context, f tree.File) outcome { return readOne(ctx, f, all) })
	if err != nil {
		return resource.Set{}, err
	}
	for i := range read {
		b.add(&read[i])
	}
	for _, e := range all {
		if err := ctx.Err(); err != nil {
			return resource.Set{}, err
		}
		e.finish(b)
	}
	return b.set(), nil
}

// outcome is what became of a file.
type outcome struct {
	file tree.File
	// wanted tells that an extractor cannot do without it, and missing that it was listed and is
	// no longer there.
	wanted, missing bool
	// aside tells that it is a link or no text, and wanted for the code in it alone.
	aside bool
	// why says what kept it from being read, and types what it would have shown.
	why, settle string
	types       []string
	found       []contribution
}

// readOne reads a file for the extractors that want it.
func readOne(ctx context.Context, f tree.File, all []extractor) outcome {
	r := outcome{file: f}
	var want []extractor
	for _, e := range all {
		if f.Dir || e.wants(f.Name) {
			want = append(want, e)
			r.types = append(r.types, e.types()...)
			if _, ok := e.(optional); !ok {
				r.wanted = true
			}
		}
	}
	if len(want) == 0 || ctx.Err() != nil {
		return r
	}
	text, err := content(f)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.missing = true // git lists what was removed and not yet staged
		return r
	case errors.Is(err, errTooLarge):
		r.why, r.settle = err.Error(), "split the file, or leave it out"
		return r
	case errors.Is(err, errNoFile), errors.Is(err, errNoText):
		// What a link leads to is examined where it lies, and what is no text is no code.
		if !slices.ContainsFunc(want, byName) {
			r.aside = true
			return r
		}
		fallthrough
	case err != nil:
		r.why, r.settle = tree.Reason(err), "make the file readable, or leave it out"
		return r
	}
	for _, e := range want {
		if c := e.read(ctx, document{f, text}); c != nil {
			r.found = append(r.found, c)
		}
	}
	return r
}

var (
	errTooLarge = fmt.Errorf("the file is larger than %d MiB", maxFile>>20)
	errNoText   = errors.New("the file is not text")
	errNoFile   = errors.New("it is a link or no file, which is not followed")
)

// content is a file's text.
func content(f tree.File) (text []byte, err error) {
	in, err := f.Open()
	switch {
	case err != nil:
		return nil, err
	case in == nil:
		return nil, errNoFile
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	r, isText, err := tree.Text(in)
	switch {
	case err != nil:
		return nil, err
	case !isText:
		return nil, errNoText
	}
	text, err = io.ReadAll(io.LimitReader(r, maxFile+1))
	if err == nil && len(text) > maxFile {
		err = errTooLarge
	}
	return text, err
}
