package main

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"testing"

	"github.com/hipaactl/hipaactl/internal/aws"
)

// TestLiveExamples shows that every policy that judges accounts has examples of one:
// a snapshot that passes and one that fails.
func TestLiveExamples(t *testing.T) {
	loaded := builtIn(t)
	dirs := map[string]string{}
	for _, m := range loaded.List() {
		for typ := range m.Resources {
			if slices.Contains(aws.Types(), typ) {
				dirs[path.Dir(m.Source)] = m.ID
			}
		}
	}
	for dir, rule := range dirs {
		for _, status := range []string{"pass", "fail"} {
			files, err := fs.Glob(os.DirFS("../../policies"), path.Join(dir, "*"+status+".json"))
			if err != nil {
				t.Fatal(err)
			}
			if len(files) == 0 {
				t.Errorf("%s judges accounts and has no example *%s.json in %s", rule, status, dir)
			}
		}
	}
}
