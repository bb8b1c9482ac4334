package github

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	gh "github.com/google/go-github/v84/github"
)

func repositoryParts() []part {
	return []part{{types: []string{"github_repository"}, uses: []operation{getRepository}, run: readRepository}}
}

// visibility is public, private or internal. Old servers tell only whether it is private.
func visibility(r *gh.Repository) string {
	if v := r.GetVisibility(); v != "" || r.Private == nil {
		return v
	}
	if r.GetPrivate() {
		return "private"
	}
	return "public"
}

// readRepository emits the repository itself. Custom properties stand where other providers
// have tags.
func readRepository(_ context.Context, p *place) {
	r := p.repo
	a := attrs{
		"id": r.Name, "name": r.Name, "full_name": r.FullName, "node_id": r.NodeID, "default_branch": r.DefaultBranch, "archived": r.Archived,
		"visibility": optional(r.Visibility), "private": r.Private, "allow_forking": r.AllowForking, "topics": slices.Clone(r.Topics),
		"tags_all": properties(r.CustomProperties), "security_and_analysis": analysis(r), "vulnerability_alerts": nil,
	}
	if v := visibility(r); v != "" {
		a["visibility"] = v
	}
	if r.Topics == nil {
		a["topics"] = []string{}
	}
	p.emit(item{typ: "github_repository", name: p.name(), read: p.read, attrs: a})
}

// properties are custom properties as text; of those with several values all.
func properties(all map[string]any) map[string]string {
	out := make(map[string]string, len(all))
	for name, v := range all {
		switch v := v.(type) {
		case nil:
		case []any:
			words := make([]string, len(v))
			for i, e := range v {
				words[i] = fmt.Sprint(e)
			}
			out[name] = strings.Join(words, ", ")
		default:
			out[name] = fmt.Sprint(v)
		}
	}
	return out
}

// analysis is security_and_analysis, which GitHub shows to those alone who may change it. A feature that
// the answer leaves out is one that the owner's plan lacks.
// Source: https://docs.github.com/rest/repos/repos#get-a-repository
func analysis(r *gh.Repository) any {
	s := r.SecurityAndAnalysis
	if s == nil {
		return &failure{op: getRepository, kind: "withheld", need: "the repository permission administration (read), to somebody who administers the repository"}
	}
	status := func(v *string) []attrs { return []attrs{{"status": cmp.Or(deref(v), "disabled")}} }
	var secrets, push *string
	if s.SecretScanning != nil {
		secrets = s.SecretScanning.Status
	}
	if s.SecretScanningPushProtection != nil {
		push = s.SecretScanningPushProtection.Status
	}
	return []attrs{{"secret_scanning": status(secrets), "secret_scanning_push_protection": status(push)}}
}

func deref[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}
