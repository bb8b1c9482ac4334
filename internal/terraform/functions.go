package terraform

import (
	"io/fs"
	"os"

	"github.com/zclconf/go-cty/cty/function"

	tffunction "github.com/hipaactl/hipaactl/internal/terraform/function"
)

// newFunctions are Terraform's functions for a root module. They read files only
// inside the scanned repository.
func (r *root) newFunctions() map[string]function.Function {
	return tffunction.New(tffunction.Options{Tree: r.loader.tree(), Root: r.loader.boundary, Dir: r.mod.abs})
}

// tree is the repository's files, without a way out of it; nil where it cannot be opened.
func (l *loader) tree() fs.FS {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.files == nil {
		dir, err := os.OpenRoot(l.boundary)
		if err != nil {
			return nil
		}
		l.files = dir
	}
	return l.files.FS()
}
