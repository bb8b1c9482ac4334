package main

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPolicyDocs shows that the pages of docs say what the policies say today.
func TestPolicyDocs(t *testing.T) {
	dir := t.TempDir()
	if _, stderr, code := invoke(t, nil, "policy", "docs", dir); code != 0 {
		t.Fatal(stderr)
	}
	made := pagesIn(t, dir)
	if diff := cmp.Diff(made, pagesIn(t, "../../docs")); diff != "" {
		t.Errorf("docs/policies is stale, run make generate:\n%.2000s", diff)
	}
	if len(made) < 50 {
		t.Errorf("only %d pages", len(made))
	}
}

// TestPolicyDocsRemoves: pages of rules that are gone go, those of others stay.
func TestPolicyDocsRemoves(t *testing.T) {
	dir := t.TempDir()
	if _, stderr, code := invoke(t, nil, "policy", "docs", "--rule", "HIPAA-S3-*", dir); code != 0 {
		t.Fatal(stderr)
	}
	own := filepath.Join(dir, "policies", "NOTES.md")
	if err := os.WriteFile(own, []byte("# Ours\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, stderr, code := invoke(t, nil, "policy", "docs", "--rule", "HIPAA-S3-003", dir); code != 0 {
		t.Fatal(stderr)
	}
	names := slices.Sorted(maps.Keys(pagesIn(t, dir)))
	if diff := cmp.Diff([]string{"policies.md", "policies/HIPAA-S3-003.md", "policies/NOTES.md"}, names); diff != "" {
		t.Error(diff)
	}
}

// pagesIn are the pages of rules by name.
func pagesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	pages := map[string]string{}
	for _, pattern := range []string{"policies.md", "policies/*.md"} {
		names, err := fs.Glob(os.DirFS(dir), pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			pages[name] = string(text)
		}
	}
	return pages
}
