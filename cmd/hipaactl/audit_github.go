package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/github"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// auditGitHubOptions are the flags of audit github as they were given.
type auditGitHubOptions struct {
	report      reportOptions
	baseline    baselineOptions
	policies    policyOptions
	markers     markerOptions
	waivers     waiverOptions
	filter      github.Filter
	appID       string
	appKey      string
	endpointURL string
	parallelism int
	timeout     time.Duration
	save        string
}

// newAuditGitHub makes the command. run is a parameter so that tests can look at the flags alone.
func newAuditGitHub(p process, run func(context.Context, process, string, auditGitHubOptions) error) *cobra.Command {
	var o auditGitHubOptions
	cmd := &cobra.Command{
		Use:   "github OWNER[/REPO]",
		Short: "Judge GitHub repositories and organizations as they are",
		Long: `Audit github reads the settings of a repository, or of an organization or user with all
their repositories, and judges them by the rules that judge Terraform for GitHub. It only reads;
hipaactl policy permissions github prints what the token needs.

The token is GITHUB_TOKEN or GH_TOKEN, of any kind; with --app-id and --app-key the GitHub App
that is installed at OWNER takes its place. Archived repositories and forks are read too, unless
--no-archived and --source leave them out.

What holds on the default branch counts: classic protection and every active ruleset of the
repository, its organization and its enterprise. What could not be read is unknown, never a
pass: it is named with the permission to grant. Rate limits are waited for, within --timeout.
The first Ctrl-C, and the end of --timeout, report what was seen; a second Ctrl-C ends at once.
Every flag can be set as HIPAACTL_FLAG_NAME in the environment.

Exit codes: 0 clean, 1 the gate tripped, 2 usage or no token, 3 something that was asked for
could not be read (--allow-incomplete accepts that).`,
		Example: `  # one repository
  GH_TOKEN=$(gh auth token) hipaactl audit github acme/records

  # an organization, without what is archived, with the evidence kept
  hipaactl audit github acme --no-archived --save github-2026-q1.json

  # as a GitHub App, on a GitHub Enterprise Server
  hipaactl audit github acme --app-id 12345 --app-key app.pem --endpoint-url https://github.example.com`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("want one owner or repository: hipaactl audit github OWNER[/REPO]")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return run(cmd.Context(), p, args[0], o) },
	}
	o.addFlags(cmd)
	return cmd
}

func (o *auditGitHubOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	f.StringSliceVar(&o.filter.Names, "repo", nil, "of an owner: only repositories of this `NAME` or glob; repeatable")
	f.StringVar(&o.filter.Visibility, "visibility", "", "of an owner: only `public|private|internal` repositories")
	f.StringVar(&o.filter.Topic, "topic", "", "of an owner: only repositories with this `TOPIC`")
	f.BoolVar(&o.filter.NoArchived, "no-archived", false, "of an owner: leave archived repositories out")
	f.BoolVar(&o.filter.Source, "source", false, "of an owner: leave forks out")
	f.StringVar(&o.appID, "app-id", "", "sign in as the GitHub App of this `ID`")
	f.StringVar(&o.appKey, "app-key", "", "the `FILE` of the App's private key, PEM")
	f.StringVar(&o.save, "save", "", "keep what was read in `FILE`, for hipaactl scan FILE; all rules' types are read then")
	o.report.addGate(cmd)
	o.baseline.addFlags(cmd)
	o.policies.addFlags(cmd)
	o.markers.addFlags(cmd)
	o.waivers.addFlags(cmd)
	f.StringVar(&o.endpointURL, "endpoint-url", "", "the `URL` of a GitHub Enterprise Server, or of a proxy (default github.com)")
	f.IntVar(&o.parallelism, "parallelism", 0, "have at most `N` calls under way (default 8)")
	f.DurationVar(&o.timeout, "timeout", defaultTimeout, "report what was seen after this `TIME`; 0 means no limit")
	o.report.addRun(cmd)
	complete(cmd, "visibility", "public", "private", "internal")
	for _, flag := range []string{"repo", "topic", "app-id", "endpoint-url", "parallelism", "timeout"} {
		complete(cmd, flag) // no files
	}
}

var (
	// ownerName is a login; those of managed users have an underscore.
	ownerName      = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*$`)
	repositoryName = regexp.MustCompile(`^[A-Za-z0-9._-]+$`)
)

// runAuditGitHub reads the settings, and judges and reports what was seen, also where that is
// less than was asked for because the user or the clock ended it.
func runAuditGitHub(ctx context.Context, p process, target string, o auditGitHubOptions) error {
	plan, err := o.plan(p)
	if err != nil {
		return err
	}
	asked, err := o.asked(p, target)
	if err != nil {
		return err
	}
	live, err := newLive(plan, o.baseline, o.policies, o.markers, o.waivers, o.save)
	if err != nil {
		return err
	}
	if asked.Wanted, err = live.wanted(engineGitHub, "settings of GitHub"); err != nil {
		return err
	}
	result, err := o.read(ctx, p, plan, asked)
	if err != nil {
		return err
	}
	if len(result.Set.Scopes)+len(result.Set.Gaps) == 0 {
		return usagef("nothing to audit: %s has no repository that the flags leave", target)
	}
	sources := []finding.Source{{Kind: resource.Live, Name: cmp.Or(result.Owner, asked.Owner)}}
	return live.finish(ctx, p, &result.Set, asked.Wanted, sources, github.CodeAlone)
}

// plan checks the flags, before anything is sent anywhere.
func (o auditGitHubOptions) plan(p process) (reporting, error) {
	for _, glob := range o.filter.Names {
		if _, err := path.Match(glob, ""); err != nil {
			return reporting{}, usagef("--repo %s: malformed pattern", glob)
		}
	}
	switch {
	case o.filter.Visibility != "" && !slices.Contains([]string{"public", "private", "internal"}, o.filter.Visibility):
		return reporting{}, usagef("--visibility %s: want public, private or internal", o.filter.Visibility)
	case (o.appID == "") != (o.appKey == ""):
		return reporting{}, usagef("--app-id and --app-key belong together")
	}
	// What accounts of AWS are asked in the same words is checked in the same way.
	return auditAWSOptions{
		report: o.report, policies: o.policies, markers: o.markers, waivers: o.waivers, roleName: defaultRole,
		endpointURL: o.endpointURL, parallelism: o.parallelism, timeout: o.timeout, save: o.save,
	}.plan(p)
}

// asked is what to read and as whom.
func (o auditGitHubOptions) asked(p process, target string) (github.Options, error) {
	owner, repo, one := strings.Cut(target, "/")
	switch {
	case !ownerName.MatchString(owner) || one && !repositoryName.MatchString(repo):
		return github.Options{}, usagef("%s: want OWNER or OWNER/REPO", report.Plain(target))
	case one && (len(o.filter.Names) > 0 || o.filter.Topic+o.filter.Visibility != "" || o.filter.NoArchived || o.filter.Source):
		return github.Options{}, usagef("%s is one repository: --repo, --visibility, --topic, --no-archived and --source choose among those of an owner", target)
	}
	out := github.Options{
		Owner: owner, Repo: repo, Filter: o.filter, Token: cmp.Or(p.getenv("GITHUB_TOKEN"), p.getenv("GH_TOKEN")),
		EndpointURL: o.endpointURL, Parallelism: o.parallelism, Now: p.now,
	}
	if o.appKey != "" {
		key, err := os.ReadFile(o.appKey)
		if err != nil {
			return out, usagef("--app-key: %w", err)
		}
		out.App = &github.App{ID: o.appID, Key: key}
	}
	return out, nil
}

// read reads the settings and says on standard error how far it is and what could not be read.
func (o auditGitHubOptions) read(ctx context.Context, p process, plan reporting, asked github.Options) (github.Result, error) {
	within := ctx
	if o.timeout > 0 {
		var cancel context.CancelFunc
		within, cancel = context.WithTimeout(ctx, o.timeout)
		defer cancel()
	}
	progress := newProgress(p, plan.quiet)
	asked.Progress = progress.watcher()
	result, err := github.Audit(within, asked)
	progress.clear()
	var credentials *github.CredentialsError
	switch {
	case err != nil && ctx.Err() != nil:
		return result, context.Canceled
	case errors.As(err, &credentials) && credentials.Missing:
		return result, usageError{err: err}
	case err != nil:
		return result, unreadError{err}
	case plan.quiet:
		return result, nil
	case ctx.Err() != nil:
		complain(p, "interrupted; what follows is what was seen until then")
	case within.Err() != nil:
		complain(p, fmt.Sprintf("--timeout %s is over; what follows is what was seen until then", o.timeout))
	}
	for _, place := range result.Places {
		if place.Problem != "" {
			complain(p, "not read: "+report.Plain(place.Place)+": "+place.Problem)
		}
	}
	return result, nil
}
