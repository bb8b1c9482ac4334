package github

import (
	"context"
	"net/http"
	"net/url"

	gh "github.com/google/go-github/v84/github"
)

var (
	listSecretAlerts = operation{
		path: "/repos/{owner}/{repo}/secret-scanning/alerts", permission: "secret_scanning_alerts:read", scope: "repo",
		absent: []string{"Secret scanning is disabled on this repository."},
	}
	getAlertsState     = operation{path: "/repos/{owner}/{repo}/vulnerability-alerts", permission: "administration:read", scope: "repo"}
	getSecurityUpdates = operation{path: "/repos/{owner}/{repo}/automated-security-fixes", permission: "administration:read", scope: "repo"}
	listDependabot     = operation{path: "/repos/{owner}/{repo}/dependabot/alerts", permission: "vulnerability_alerts:read", scope: "security_events"}
	getDefaultSetup    = operation{path: "/repos/{owner}/{repo}/code-scanning/default-setup", permission: "administration:read", scope: "repo"}
	listAnalyses       = operation{path: "/repos/{owner}/{repo}/code-scanning/analyses", permission: "security_events:read", scope: "security_events", absent: []string{"no analysis found"}}
	listCodeAlerts     = operation{path: "/repos/{owner}/{repo}/code-scanning/alerts", permission: "security_events:read", scope: "security_events", absent: []string{"no analysis found"}}
)

func securityParts() []part {
	return []part{
		{types: []string{"github_secret_scanning_alerts"}, uses: []operation{listSecretAlerts}, run: readSecretAlerts},
		{types: []string{"github_repository_vulnerability_alerts"}, uses: []operation{getAlertsState}, run: readAlertsState},
		{types: []string{"github_repository_dependabot_security_updates"}, uses: []operation{getSecurityUpdates}, run: readSecurityUpdates},
		{types: []string{"github_dependabot_alert"}, uses: []operation{listDependabot}, run: readDependabot},
		{types: []string{"github_code_scanning"}, uses: []operation{getDefaultSetup, listAnalyses, listCodeAlerts}, run: readCodeScanning},
	}
}

// someEntry is an entry of which only matters that it is there: an alert about a secret holds the secret.
type someEntry struct{}

// readSecretAlerts asks whether secrets that were found are still open. GitHub is asked to leave them out.
func readSecretAlerts(ctx context.Context, p *place) {
	open, r, err := first[[]someEntry](ctx, p, listSecretAlerts, url.Values{"state": {"open"}, "hide_secret": {"true"}}, p.path()...)
	if isAbsent(err) || p.lost(r, err) {
		return
	}
	p.emit(item{typ: "github_secret_scanning_alerts", name: p.name(), read: r, attrs: attrs{"repository": p.name(), "open": len(open) > 0}})
}

// readAlertsState asks whether Dependabot alerts are on, which GitHub says with a status
// alone: 404 is off, for those who may know.
// Source: https://docs.github.com/rest/repos/repos#check-if-vulnerability-alerts-are-enabled-for-a-repository
func readAlertsState(ctx context.Context, p *place) {
	r := p.begin(getAlertsState, p.path())
	resp, err := ask(ctx, p, r, getAlertsState.expand(p.path()), nil, &someEntry{})
	off := err != nil && resp != nil && resp.Response != nil && resp.StatusCode == http.StatusNotFound && p.administers()
	if off {
		err = nil
	}
	it := item{typ: "github_repository_vulnerability_alerts", name: p.name(), read: r, attrs: attrs{"repository": p.name(), "enabled": !off}}
	if f := asFailure(p.end(ctx, r, resp, err)); f != nil {
		p.lostOne(r, f)
		it.attrs["enabled"] = f
	}
	p.emit(it)
}

// administers tells whether the token is known to be of somebody who administers the repository.
func (p *place) administers() bool {
	return p.run.options.App != nil || p.repo.GetPermissions().GetAdmin()
}

func readSecurityUpdates(ctx context.Context, p *place) {
	fixes, r, err := get[gh.AutomatedSecurityFixes](ctx, p, getSecurityUpdates, p.path()...)
	it := item{typ: "github_repository_dependabot_security_updates", name: p.name(), read: r, attrs: attrs{"repository": p.name(), "enabled": fixes.Enabled}}
	switch f := asFailure(err); {
	case isAbsent(err), f != nil && f.kind == "hidden" && p.administers(): // where it was never turned on
		it.attrs["enabled"] = false
	case f != nil:
		p.lostOne(r, f)
		it.attrs["enabled"] = f
	}
	p.emit(it)
}

// readDependabot asks for the oldest open alert of each grave severity.
func readDependabot(ctx context.Context, p *place) {
	for _, severity := range []string{"critical", "high"} {
		alerts, r, err := first[[]*gh.DependabotAlert](ctx, p, listDependabot, url.Values{
			"state": {"open"}, "severity": {severity}, "sort": {"created"}, "direction": {"asc"},
		}, p.path()...)
		if isAbsent(err) || p.lost(r, err) {
			return
		}
		for _, a := range alerts {
			p.emit(item{typ: "github_dependabot_alert", name: p.name() + ":" + severity, read: r, attrs: attrs{"repository": p.name(), "severity": severity, "created_at": a.CreatedAt}})
		}
	}
}

// readCodeScanning asks who analyses the code, when that was done last, and whether something grave is open.
func readCodeScanning(ctx context.Context, p *place) {
	setup, r, err := get[gh.DefaultSetupConfiguration](ctx, p, getDefaultSetup, p.path()...)
	it := item{typ: "github_code_scanning", name: p.name(), read: r, attrs: attrs{
		"repository": p.name(), "default_setup": setup.State, "last_analysis": nil, "open_critical": false,
	}}
	if isAbsent(err) {
		it.attrs["default_setup"] = "not-configured"
		p.emit(it)
		return
	}
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		it.attrs["default_setup"] = f
	}
	analyses, ra, err := first[[]*gh.ScanningAnalysis](ctx, p, listAnalyses, url.Values{"ref": {"refs/heads/" + p.repo.GetDefaultBranch()}}, p.path()...)
	if f := asFailure(err); f != nil {
		p.lostOne(ra, f)
		it.attrs["last_analysis"] = f
	} else if len(analyses) > 0 {
		it.attrs["last_analysis"] = analyses[0].CreatedAt
	}
	alerts, rc, err := first[[]someEntry](ctx, p, listCodeAlerts, url.Values{"state": {"open"}, "severity": {"critical"}}, p.path()...)
	if f := asFailure(err); f != nil {
		p.lostOne(rc, f)
		it.attrs["open_critical"] = f
	} else {
		it.attrs["open_critical"] = len(alerts) > 0
	}
	it.reads = map[string]read{"last_analysis": ra, "open_critical": rc}
	p.emit(it)
}
