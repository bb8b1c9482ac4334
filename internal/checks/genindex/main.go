// Command genindex writes the index of a tree of policies: `go generate ./policies`.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/hipaactl/hipaactl/internal/checks"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: genindex DIR")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(dir string) error {
	data, err := checks.Index(os.DirFS(dir))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, checks.IndexFile), data, 0o644)
}
