package tree_test

import (
	"os"
	"path/filepath"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/tree"
)

func TestWalk(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		".gitignore": "*.log\n/out/\n!keep.log\n{a}.txt\nall/**\n!all/but.txt\n", "a.txt": "", "all/but.txt": "", "all/others.txt": "", "b.log": "", "keep.log": "", "out/c.txt": "", "in/out/d.txt": "",
		"in/.gitignore": "e*\n", "in/e.txt": "", "e.txt": "", ".git/config": "", "{a}.txt": "", ".env": "",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("a.txt", filepath.Join(dir, "link")); err != nil {
		t.Skip("no links here")
	}
	var got []string
	err := tree.Walk(dir)(t.Context(), func(f tree.File) error {
		got = append(got, f.Name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{".env", ".gitignore", "a.txt", "all/but.txt", "e.txt", "in/.gitignore", "in/out/d.txt", "keep.log", "link"}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
