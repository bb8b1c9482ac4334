package main

import (
	"bufio"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// revisionOf tells which commit of which repository lies in a directory, as far as git's
// files tell; nil outside of a repository. Git itself is not run for it.
func revisionOf(root string) *finding.Repository {
	if root == "" {
		return nil
	}
	own, common := gitDirectories(root)
	return &finding.Repository{URL: publicURL(originURL(filepath.Join(common, "config"))), Revision: headOf(own, common)}
}

// gitDirectories are where git keeps what belongs to a working tree, and what all working
// trees of the repository share.
// Source: https://git-scm.com/docs/gitrepository-layout
func gitDirectories(root string) (own, common string) {
	own = filepath.Join(root, ".git")
	if text, ok := firstLine(own); ok { // a file, in a working tree or submodule
		own = from(root, strings.TrimPrefix(text, "gitdir: "))
	}
	if text, ok := firstLine(filepath.Join(own, "commondir")); ok {
		return own, from(own, text)
	}
	return own, own
}

func from(dir, path string) string {
	if path = filepath.FromSlash(path); filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}

var commitID = regexp.MustCompile(`^([0-9a-f]{40}|[0-9a-f]{64})$`)

// headOf is the commit that is checked out, empty where there is none yet.
func headOf(own, common string) string {
	head, _ := firstLine(filepath.Join(own, "HEAD"))
	ref, symbolic := strings.CutPrefix(head, "ref: ")
	if !symbolic {
		return commitID.FindString(head)
	}
	for _, dir := range []string{own, common} {
		if id, ok := firstLine(from(dir, ref)); ok {
			return commitID.FindString(id)
		}
	}
	packed := ""
	lines(filepath.Join(common, "packed-refs"), func(line string) {
		if id, name, ok := strings.Cut(line, " "); ok && name == ref {
			packed = commitID.FindString(id)
		}
	})
	return packed
}

// originURL is the address of the remote origin in a git configuration.
func originURL(file string) string {
	section, address := "", ""
	lines(file, func(line string) {
		if strings.HasPrefix(line, "[") {
			section = line
		}
		name, value, ok := strings.Cut(line, "=")
		if ok && section == `[remote "origin"]` && strings.TrimSpace(name) == "url" {
			address = strings.Trim(strings.TrimSpace(value), `"`)
		}
	})
	return address
}

// publicURL is an address without what may be a credential: user, password, query. A
// directory of this machine is nobody else's business, and left out.
func publicURL(address string) string {
	if at, path, ok := strings.Cut(address, ":"); ok && !strings.Contains(at, "/") && !strings.HasPrefix(path, "//") {
		host := at[strings.LastIndex(at, "@")+1:] // git@github.com:acme/clinic.git
		if !strings.Contains(host, ".") {
			return ""
		}
		address = "ssh://" + host + "/" + strings.TrimPrefix(path, "/")
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}).String()
}

func firstLine(file string) (string, bool) {
	text, found := "", false
	lines(file, func(line string) {
		if !found {
			text, found = line, true
		}
	})
	return text, found
}

// lines reads a file's lines without the space around them. A file that cannot be read has none.
func lines(file string, each func(string)) {
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() {
		return
	}
	f, err := os.Open(file)
	if err != nil {
		return
	}
	defer func() { _ = f.Close() }() // nothing was written
	for s := bufio.NewScanner(f); s.Scan(); {
		each(strings.TrimSpace(s.Text()))
	}
}
