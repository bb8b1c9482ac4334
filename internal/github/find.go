package github

import (
	"context"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	gh "github.com/google/go-github/v84/github"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Filter chooses among the repositories of an owner. The zero value keeps all, also
// archived ones and forks: they hold what they hold.
type Filter struct {
	// Names are globs of repository names; case does not count. None means all.
	Names []string
	// Visibility is public, private or internal; empty means any. Topic is one that the
	// repository has to carry.
	Visibility, Topic string
	// NoArchived leaves out archived repositories, Source those that are forks.
	NoArchived, Source bool
}

// keeps tells whether a repository is to be read.
func (f Filter) keeps(r *gh.Repository) bool {
	named := len(f.Names) == 0 || slices.ContainsFunc(f.Names, func(glob string) bool {
		ok, err := path.Match(strings.ToLower(glob), strings.ToLower(r.GetName()))
		return err == nil && ok
	})
	return named && (f.Visibility == "" || visibility(r) == f.Visibility) && (f.Topic == "" || slices.Contains(r.Topics, f.Topic)) &&
		(!f.NoArchived || !r.GetArchived()) && (!f.Source || !r.GetFork())
}

var (
	getUser          = operation{path: "/users/{username}", permission: "metadata:read", scope: "repo"}
	getOrganization  = operation{path: "/orgs/{org}", permission: "administration:read", scope: "admin:org"}
	getCaller        = operation{path: "/user", permission: "metadata:read", scope: "repo"}
	listOfOwner      = operation{path: "/orgs/{org}/repos", permission: "metadata:read", scope: "repo"}
	listOfUser       = operation{path: "/users/{username}/repos", permission: "metadata:read", scope: "repo"}
	listOfCaller     = operation{path: "/user/repos", permission: "metadata:read", scope: "repo"}
	listInstallation = operation{path: "/installation/repositories", permission: "metadata:read", scope: "repo"}
	getRepository    = operation{path: "/repos/{owner}/{repo}", permission: "metadata:read", scope: "repo"}
)

// find signs in, and finds the owner and the repositories to read.
func (r *run) find(ctx context.Context) (*place, []*place, error) {
	asked := &place{run: r, owner: r.options.Owner}
	if r.options.Repo != "" {
		full := r.options.Owner + "/" + r.options.Repo
		repo, answer, err := get[gh.Repository](ctx, asked, getRepository, r.options.Owner, r.options.Repo)
		if err != nil {
			return asked, nil, refused(ctx, full, err)
		}
		if repo.GetName() == "" || repo.GetOwner().GetLogin() == "" {
			return asked, nil, fmt.Errorf("%s: the answer names no repository: is --endpoint-url that of GitHub?", full)
		}
		p := &place{run: r, owner: repo.GetOwner().GetLogin(), repo: &repo, read: answer}
		if now := p.owner + "/" + p.name(); !strings.EqualFold(now, full) {
			r.set.Notes = append(r.set.Notes, full+" was renamed or transferred: what was read is "+now)
		}
		return &place{run: r, owner: p.owner}, []*place{p}, nil
	}
	owner, _, err := get[gh.User](ctx, asked, getUser, r.options.Owner)
	if err != nil {
		return asked, nil, refused(ctx, r.options.Owner, err)
	}
	if owner.Login == nil {
		return asked, nil, fmt.Errorf("%s: the answer names no owner: is --endpoint-url that of GitHub?", r.options.Owner)
	}
	asked.owner, asked.user = owner.GetLogin(), owner.GetType() != "Organization"
	repos := r.repositories(ctx, asked, !asked.user)
	return asked, repos, nil
}

// repositories lists those of the owner, as far as the token may see them.
func (r *run) repositories(ctx context.Context, owner *place, organization bool) []*place {
	var all []*gh.Repository
	hear := func(page []*gh.Repository) { all = append(all, page...) }
	var listed read
	var err error
	switch caller := ""; {
	case organization:
		listed, err = list(ctx, owner, listOfOwner, url.Values{"type": {"all"}}, hear, owner.owner)
	case r.options.App != nil:
		listed, err = list(ctx, owner, listInstallation, nil, func(page gh.ListRepositories) { hear(page.Repositories) })
	default:
		if me, _, failed := get[gh.User](ctx, owner, getCaller); failed == nil {
			caller = me.GetLogin()
		}
		if strings.EqualFold(caller, owner.owner) {
			listed, err = list(ctx, owner, listOfCaller, url.Values{"affiliation": {"owner"}}, hear)
			break
		}
		listed, err = list(ctx, owner, listOfUser, url.Values{"type": {"owner"}}, hear, owner.owner)
		r.set.Notes = append(r.set.Notes, "of the user "+owner.owner+" only public repositories can be listed: the token is of somebody else")
	}
	owner.lost(listed, err, r.repositoryTypes()...)
	if organization && err == nil {
		r.countPrivate(ctx, owner, listed, all)
	}
	var out []*place
	for _, repo := range all {
		if repo != nil && repo.Name != nil && r.options.Filter.keeps(repo) {
			out = append(out, &place{run: r, owner: owner.owner, repo: repo})
		}
	}
	return out
}

// repositoryTypes are those that are read of repositories.
func (r *run) repositoryTypes() []string {
	var out []string
	for _, p := range r.parts {
		if !p.organization {
			out = append(out, p.types...)
		}
	}
	return out
}

// countPrivate compares what was listed with how many private repositories the organization
// has: those that a token was not given are left out of the listing without a word.
func (r *run) countPrivate(ctx context.Context, owner *place, listed read, all []*gh.Repository) {
	org, _, err := get[gh.Organization](ctx, owner, getOrganization, owner.owner)
	if err != nil || org.TotalPrivateRepos == nil {
		r.set.Notes = append(r.set.Notes, "whether the organization "+owner.owner+" has private repositories that the token may not see is not known: only its members are told")
		return
	}
	seen := int64(0)
	for _, repo := range all {
		if repo.GetPrivate() {
			seen++
		}
	}
	if missing := org.GetTotalPrivateRepos() - seen; missing > 0 {
		r.gaps.Add(resource.Gap{
			Kind: resource.GapCall, Root: owner.root(), What: listed.op.String(), Scope: owner.scope(),
			Why:    fmt.Sprintf("%d private repositories of the organization were not listed: the token may not see them", missing),
			Settle: "give the token access to all repositories",
		}, r.repositoryTypes())
	}
}

// complete asks for what a listing leaves out of a repository, and tells whether it was answered.
func (p *place) complete(ctx context.Context) bool {
	if p.read.call != nil {
		return true // it was asked for by name
	}
	repo, answer, err := get[gh.Repository](ctx, p, getRepository, p.owner, p.name())
	if f := asFailure(err); f != nil {
		p.run.unreadable(p, f)
		return false
	}
	if repo.Name == nil {
		p.run.unreadable(p, &failure{op: getRepository, kind: "unreadable"})
		return false
	}
	p.repo, p.read = &repo, answer
	return true
}
