package checks_test

import (
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/hipaactl/hipaactl/internal/checks"
)

func TestHide(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	tree := fstest.MapFS{
		"index.json": file("{}"), "compiled.bin": file("x"),
		"a/policy.rego": file("package a\n"), "a/policy_test.rego": file("package a_test\n"), "a/pass.tf": file(""),
		"lib/b.rego": file("package b\n"),
	}
	list := func(tree fs.FS) (files []string) {
		t.Helper()
		err := fs.WalkDir(tree, ".", func(file string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				files = append(files, file)
				_, err = fs.ReadFile(tree, file)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return files
	}
	for name, tt := range map[string]struct {
		other fstest.MapFS
		want  []string
	}{
		"nothing in common": {fstest.MapFS{"x.rego": file("package c\n"), "b": file("package b\n"), "y.rego": file("no package")}, list(tree)},
		"one policy":        {fstest.MapFS{"policy.rego": file("# of mine\npackage a\n")}, []string{"a/pass.tf", "a/policy_test.rego", "lib/b.rego"}},
	} {
		got, err := checks.Hide(tree, tt.other)
		if err != nil {
			t.Fatal(err)
		}
		if files := list(got); !slices.Equal(files, tt.want) {
			t.Errorf("%s: %q, want %q", name, files, tt.want)
		}
		if _, err := got.Open("a/policy.rego"); (err == nil) != slices.Contains(tt.want, "a/policy.rego") {
			t.Errorf("%s: opening the policy: %v", name, err)
		}
	}
}
