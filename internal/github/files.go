package github

import (
	"context"
	"path"
	"slices"
	"strings"

	gh "github.com/google/go-github/v84/github"
)

var (
	// Of a file and of a directory that is not there, and of a repository without any, GitHub says "not configured" alike.
	getRoot       = operation{path: "/repos/{owner}/{repo}/contents", permission: "contents:read", scope: "repo", absent: []string{"Not Found", "This repository is empty."}}
	getContents   = operation{path: "/repos/{owner}/{repo}/contents/{path}", permission: "contents:read", scope: "repo", absent: []string{"Not Found"}}
	getOwnerFault = operation{path: "/repos/{owner}/{repo}/codeowners/errors", permission: "contents:read", scope: "repo", absent: []string{"Not Found"}}
)

func fileParts() []part {
	return []part{
		{
			types: []string{"github_repository_file", "github_repository_directory", "github_codeowners_errors"},
			uses:  []operation{getRoot, getContents, getOwnerFault}, run: readFiles,
		},
	}
}

// interesting are the files that policies ask for, by the directories that are listed. Of
// all others nothing is kept, not even the name.
var interesting = map[string][]string{
	"":        {"CODEOWNERS", "renovate.json", "renovate.json5", ".renovaterc", ".renovaterc.json", ".renovaterc.json5"},
	".github": {"CODEOWNERS", "dependabot.yml", "dependabot.yaml", "renovate.json", "renovate.json5"},
	"docs":    {"CODEOWNERS"},
}

// readFiles looks into the directories where GitHub and its helpers look for their files.
func readFiles(ctx context.Context, p *place) {
	entries, r, err := get[[]*gh.RepositoryContent](ctx, p, getRoot, p.path()...)
	if f := asFailure(err); f != nil || isAbsent(err) && !p.reads() {
		p.lost(r, orHidden(f, getRoot))
		return
	}
	var found []string
	directories := p.look(ctx, r, "", entries, &found)
	for _, dir := range []string{".github", "docs"} {
		if !slices.Contains(directories, dir) {
			continue
		}
		inside, of, err := get[[]*gh.RepositoryContent](ctx, p, getContents, p.path(dir)...)
		if !p.lost(of, err) {
			p.look(ctx, of, dir, inside, &found)
		}
	}
	if !slices.ContainsFunc(found, func(name string) bool { return path.Base(name) == "CODEOWNERS" }) {
		return
	}
	faults, r, err := get[gh.CodeownersErrors](ctx, p, getOwnerFault, p.path()...)
	if p.lost(r, err, "github_codeowners_errors") {
		return
	}
	p.emit(item{typ: "github_codeowners_errors", name: p.name(), read: r, attrs: attrs{"repository": p.name(), "errors": len(faults.Errors)}})
}

// reads tells whether the token is known to be allowed to see the repository's files.
func (p *place) reads() bool { return p.rights() || p.repo.GetPermissions().GetPull() }

func orHidden(f *failure, op operation) *failure {
	if f == nil {
		return &failure{op: op, kind: "hidden"}
	}
	return f
}

// look emits what is interesting in a directory, and returns the directories in it.
func (p *place) look(ctx context.Context, r read, dir string, entries []*gh.RepositoryContent, found *[]string) []string {
	var directories []string
	for _, e := range entries {
		name := path.Join(dir, e.GetName())
		switch {
		case e.GetType() == "dir":
			directories = append(directories, e.GetName())
			p.emit(item{typ: "github_repository_directory", name: p.name() + ":" + name, read: r, attrs: attrs{"repository": p.name(), "path": name}})
		case slices.Contains(interesting[dir], e.GetName()):
			*found = append(*found, name)
			p.emitFile(ctx, r, name)
		}
	}
	return directories
}

func (p *place) emitFile(ctx context.Context, r read, name string) {
	it := item{typ: "github_repository_file", name: p.name() + ":" + name, read: r, attrs: attrs{"repository": p.name(), "file": name, "content": nil}}
	if path.Base(name) == "CODEOWNERS" {
		content, of, err := p.content(ctx, name)
		it.reads = map[string]read{"content": of}
		if it.attrs["content"] = content; err != nil {
			p.lostOne(of, err)
			it.attrs["content"] = orHidden(asFailure(err), getContents)
		}
	}
	p.emit(it)
}

// content is the text of a file, without what is no line of a rule.
func (p *place) content(ctx context.Context, name string) (string, read, error) {
	file, r, err := get[gh.RepositoryContent](ctx, p, getContents, p.path(name)...)
	if err != nil {
		return "", r, err
	}
	text, err := file.GetContent()
	if err != nil {
		return "", r, &failure{op: getContents, kind: "unreadable", err: err}
	}
	var rules []string
	for line := range strings.Lines(text) {
		if line, _, _ = strings.Cut(strings.TrimSpace(line), "#"); line != "" {
			rules = append(rules, strings.TrimSpace(line))
		}
	}
	return strings.Join(rules, "\n"), r, nil
}
