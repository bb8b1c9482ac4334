package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// TestRevision shows what is told of repositories as git lays them out.
func TestRevision(t *testing.T) {
	one, two := strings.Repeat("1a", 20), strings.Repeat("2b", 20)
	const config = "[core]\n\tbare = false\n[remote \"upstream\"]\n\turl = https://example.org/no.git\n[remote \"origin\"]\n\turl = https://example.org/clinic.git\n"
	for name, test := range map[string]struct {
		files map[string]string
		want  finding.Repository
	}{
		"branch":    {map[string]string{".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": one + "\n", ".git/config": config}, finding.Repository{URL: "https://example.org/clinic.git", Revision: one}},
		"packed":    {map[string]string{".git/HEAD": "ref: refs/heads/main\n", ".git/packed-refs": "# pack-refs\n" + two + " refs/heads/other\n" + one + " refs/heads/main\n^" + two + "\n"}, finding.Repository{Revision: one}},
		"detached":  {map[string]string{".git/HEAD": two + "\n"}, finding.Repository{Revision: two}},
		"no commit": {map[string]string{".git/HEAD": "ref: refs/heads/main\n"}, finding.Repository{}},
		"worktree": {map[string]string{
			".git": "gitdir: real/worktrees/w\n", "real/worktrees/w/HEAD": "ref: refs/heads/w\n", "real/worktrees/w/commondir": "../..\n",
			"real/refs/heads/w": one, "real/config": config,
		}, finding.Repository{URL: "https://example.org/clinic.git", Revision: one}},
		"garbage": {map[string]string{".git/HEAD": "\x00\xff\n", ".git/config": "[remote \"origin\"]\nurl\n"}, finding.Repository{}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for file, text := range test.files {
				path := filepath.Join(dir, filepath.FromSlash(file))
				if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if got := revisionOf(dir); *got != test.want {
				t.Errorf("%+v, want %+v", *got, test.want)
			}
		})
	}
	if got := revisionOf(""); got != nil {
		t.Errorf("%+v outside of a repository", got)
	}
}

// TestPublicURL shows that no credential gets into a report.
func TestPublicURL(t *testing.T) {
	for address, want := range map[string]string{
		"https://github.com/acme/clinic.git":                   "https://github.com/acme/clinic.git",
		"https://user:s3cret@github.com/acme/clinic":           "https://github.com/acme/clinic",
		"https://s3cret@github.com/acme/clinic?token=s3cret#s": "https://github.com/acme/clinic",
		"git@github.com:acme/clinic.git":                       "ssh://github.com/acme/clinic.git",
		"ssh://git@example.org:2222/acme/clinic":               "ssh://example.org:2222/acme/clinic",
		"/home/somebody/clinic":                                "",
		"file:///home/somebody/clinic":                         "",
		`C:\clinic`:                                            "",
		"../clinic":                                            "",
		"":                                                     "",
		"http://[::1":                                          "",
	} {
		if got := publicURL(address); got != want {
			t.Errorf("%s is %q, want %q", address, got, want)
		}
	}
}
