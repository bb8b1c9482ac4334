package main

import (
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// What git could not look into it only warns of.
func TestUnlisted(t *testing.T) {
	said := "warning: could not open directory 'deny/': Permission denied\n" +
		"warning: unable to access '.gitignore': Permission denied\n" +
		"warning: could not open directory 'it's/two\nlines/': Too many open files\n"
	want := []unlistedDir{{"deny", "permission denied"}, {"it's/two\nlines", "too many open files"}}
	if diff := gocmp.Diff(want, unlisted(said), gocmp.AllowUnexported(unlistedDir{})); diff != "" {
		t.Error(diff)
	}
}
