package github

import (
	"context"
	"net/url"

	gh "github.com/google/go-github/v84/github"
)

var (
	listHooks        = operation{path: "/repos/{owner}/{repo}/hooks", permission: "webhooks:read", scope: "admin:repo_hook"}
	listHooksOfOwner = operation{path: "/orgs/{org}/hooks", permission: "organization_hooks:read", scope: "admin:org_hook"}
)

func webhookParts() []part {
	return []part{
		{types: []string{"github_repository_webhook"}, uses: []operation{listHooks}, run: readHooks},
		{types: []string{"github_organization_webhook"}, uses: []operation{listHooksOfOwner}, organization: true, run: readHooksOfOwner},
	}
}

func readHooks(ctx context.Context, p *place) {
	p.hooks(ctx, "github_repository_webhook", listHooks, attrs{"repository": p.name()}, p.path()...)
}

func readHooksOfOwner(ctx context.Context, p *place) {
	if !p.user {
		p.hooks(ctx, "github_organization_webhook", listHooksOfOwner, nil, p.owner)
	}
}

// hooks reads how webhooks are delivered. What follows the host in an address may be a
// secret, and is left out; whether there is a secret GitHub says with stars.
func (p *place) hooks(ctx context.Context, typ string, op operation, more attrs, args ...string) {
	var all []*gh.Hook
	r, err := list(ctx, p, op, nil, func(page []*gh.Hook) { all = append(all, page...) }, args...)
	if isAbsent(err) {
		return
	}
	p.lost(r, err)
	for _, h := range all {
		config := attrs{"url": nil, "insecure_ssl": false, "secret": nil}
		if c := h.Config; c != nil {
			config["url"] = address(c.URL)
			config["insecure_ssl"] = c.GetInsecureSSL() != "0" && c.GetInsecureSSL() != ""
			if c.GetSecret() != "" {
				config["secret"] = "********"
			}
		}
		a := attrs{"active": h.Active, "configuration": []attrs{config}}
		for name, v := range more {
			a[name] = v
		}
		p.emit(item{typ: typ, name: args[len(args)-1] + ":" + itoa(int(h.GetID())), read: r, attrs: a})
	}
}

// address is the scheme and host of a URL; nil, which is unknown, where it has none.
func address(text *string) *string {
	u, err := url.Parse(deref(text))
	if err != nil || u.Scheme == "" || u.Host == "" {
		return nil
	}
	out := u.Scheme + "://" + u.Host + "/"
	return &out
}
