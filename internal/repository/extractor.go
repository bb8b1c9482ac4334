package repository

import (
	"cmp"
	"context"

	"github.com/hipaactl/hipaactl/internal/tree"
)

// extractor makes resources of the files of one concern. There is one for each run.
type extractor interface {
	// wants tells by a file's name, from the root and with slashes, whether it is read.
	wants(name string) bool
	// types are the types of the resources that come of such files: where a file cannot be
	// read, the lists of these are open.
	types() []string
	// read looks at one file. It is called for several files at once. What it gives, which may
	// be nil, is called for one file after the other, in their order.
	read(ctx context.Context, d document) contribution
	// finish is called once, after all contributions: for what takes several files to tell.
	finish(b *builder)
}

// optional is an extractor that can do without a file that cannot be read: it is no gap.
type optional interface{ optional() }

// byName tells whether an extractor cannot do without a file of a certain name, other than one that
// looks for something in code, wherever that lies.
func byName(e extractor) bool {
	_, anywhere := e.(interface{ anywhere() })
	_, dispensable := e.(optional)
	return !anywhere && !dispensable
}

// contribution adds what one file says.
type contribution func(b *builder)

// extractors are those of one run.
func extractors(o Options) []extractor {
	p := &pipelines{}
	return []extractor{
		p,
		followers{p},
		dockerfiles{},
		modules{},
		&attestations{file: cmp.Or(o.Attestations, AttestationFile)},
		newBackends(),
		&logging{},
		&tlsSettings{},
		&dependencies{given: o.Bills},
	}
}

// document is a text file that an extractor wants. UTF-16 with a mark was made UTF-8.
type document struct {
	file tree.File
	text []byte
}
