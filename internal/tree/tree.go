// Package tree hands out the files that a command examines: below directories, from an
// archive in one text, or from whoever has git at hand. What is examined in them is for
// internal/leaks and internal/repository.
package tree

import (
	"context"
	"io"
)

// File is one file to examine, or one version of it.
type File struct {
	// Root is what it belongs to, as findings name it, and Name its slash-separated path from
	// there. Shown is its path for readers, from the working directory.
	Root, Name, Shown string
	// Dir tells that it is a directory of which nobody knows what lies in it: Open says why.
	Dir bool
	// Commit brought this version; empty outside of history.
	Commit string
	// Open opens it. A nil reader without an error is something that holds no text of its
	// own: a submodule, a link.
	Open func() (io.ReadCloser, error)
}

// Source hands out files, in an order that depends on them alone, until take gives an error.
type Source func(ctx context.Context, take func(File) error) error
