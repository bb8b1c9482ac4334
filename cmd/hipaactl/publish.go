package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/github/publish"
	"github.com/hipaactl/hipaactl/internal/pattern"
	"github.com/hipaactl/hipaactl/internal/report"
)

// publishOptions say what is handed to GitHub, and where.
type publishOptions struct {
	upload, comment bool
	repo, ref, sha  string
	pr              int
	name            string
	endpointURL     string
	timeout         time.Duration
}

// defaultPublishTime bounds what waiting for GitHub may take: most uploads take seconds.
const defaultPublishTime = 5 * time.Minute

func (o *publishOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&o.upload, "github-upload", false, "upload to GitHub code scanning, and wait until it was taken in")
	f.BoolVar(&o.comment, "github-comment", false, "comment on the GitHub pull request, or change the comment that is there")
	f.StringVar(&o.repo, "github-repo", "", "the repository, `OWNER/REPO` (default GITHUB_REPOSITORY)")
	f.StringVar(&o.ref, "github-ref", "", "the `REF` that was scanned: refs/heads/NAME, refs/tags/NAME, refs/pull/N/merge or refs/pull/N/head (default GITHUB_REF)")
	f.StringVar(&o.sha, "github-sha", "", "the `COMMIT` that was scanned (default that of the results, GITHUB_SHA)")
	f.IntVar(&o.pr, "github-pr", 0, "the pull request's number `N` (default that of the workflow's event)")
	f.StringVar(&o.name, "github-comment-name", "", "the `NAME` of the comment, where a pull request has several")
	f.StringVar(&o.endpointURL, "endpoint-url", "", "the `URL` of a GitHub Enterprise Server, or of a proxy (default GITHUB_API_URL, else github.com)")
	f.DurationVar(&o.timeout, "github-timeout", defaultPublishTime, "give up after this `TIME`")
	for _, flag := range []string{"github-repo", "github-ref", "github-sha", "github-pr", "github-comment-name", "endpoint-url", "github-timeout"} {
		complete(cmd, flag) // no files
	}
}

// publisher is what the flags and the environment of a workflow mean.
type publisher struct {
	publishOptions
	client *publish.Client
	event  workflowEvent
	getenv func(string) string
}

var (
	// publishRef are the refs that code scanning takes.
	// https://docs.github.com/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data
	publishRef = pattern.Lazy(`^refs/(heads|tags)/[^\s~^:?*\[\\[:cntrl:]]+$|^refs/pull/[1-9][0-9]{0,8}/(merge|head)$`)
	pullRef    = pattern.Lazy(`^refs/pull/([1-9][0-9]{0,8})/`)
	fullCommit = pattern.Lazy(`^[0-9a-f]{40}$`)
	// commentName is what may stand in a marker.
	commentName = pattern.Lazy(`^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$`)
)

// aboutOthers are the events whose GITHUB_REF and GITHUB_SHA are those of another branch than
// what such a workflow is about.
// https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
var aboutOthers = []string{"pull_request_target", "workflow_run", "issue_comment", "issues", "discussion", "pull_request_comment"}

// publisher checks the flags, before anything is read; nil where nothing is to be published.
func (o publishOptions) publisher(p process) (*publisher, error) {
	if !o.upload && !o.comment {
		if o.repo+o.ref+o.sha+o.name+o.endpointURL != "" || o.pr != 0 {
			return nil, usagef("--github-repo, --github-ref, --github-sha, --github-pr, --github-comment-name and --endpoint-url go with --github-upload or --github-comment")
		}
		return nil, nil
	}
	out := &publisher{publishOptions: o, getenv: p.getenv}
	var err error
	if out.event, err = readEvent(p.getenv("GITHUB_EVENT_PATH")); err != nil {
		return nil, err
	}
	if err := cmp.Or(out.checkTarget(), out.checkComment()); err != nil {
		return nil, err
	}
	owner, repo, _ := strings.Cut(out.repo, "/")
	options := publish.Options{
		Owner: owner, Repo: repo, Token: cmp.Or(p.getenv("GITHUB_TOKEN"), p.getenv("GH_TOKEN")),
		APIURL: cmp.Or(o.endpointURL, p.getenv("GITHUB_API_URL")), Fork: out.event.fork(), Now: p.now,
	}
	if options.Token == "" {
		return nil, usagef("no GitHub token: set GITHUB_TOKEN or GH_TOKEN (in a workflow: env: {GITHUB_TOKEN: \"${{ github.token }}\"})")
	}
	if out.client, err = publish.New(options); err != nil {
		from := "--endpoint-url"
		if o.endpointURL == "" {
			from = "GITHUB_API_URL"
		}
		return nil, usagef("%s: %w", from, err)
	}
	return out, nil
}

// checkTarget fills in and checks the repository, the ref and the commit.
func (o *publisher) checkTarget() error {
	o.repo = cmp.Or(o.repo, o.getenv("GITHUB_REPOSITORY"))
	owner, repo, ok := strings.Cut(o.repo, "/")
	switch {
	case o.repo == "":
		return usagef("no repository: name it with --github-repo OWNER/REPO")
	case !ok || !ownerName.MatchString(owner) || !repositoryName.MatchString(repo) || repo == "." || repo == "..":
		return usagef("--github-repo %s: want OWNER/REPO", report.Plain(o.repo))
	case o.timeout <= 0:
		return usagef("--github-timeout: %s is no time to wait", o.timeout)
	case !o.upload:
		return nil
	}
	if event := o.getenv("GITHUB_EVENT_NAME"); slices.Contains(aboutOthers, event) && (o.ref == "" || o.sha == "") {
		return usagef("in a workflow on %s, GITHUB_REF and GITHUB_SHA are not what was scanned: name that with --github-ref and --github-sha", event)
	}
	o.ref = cmp.Or(o.ref, o.getenv("GITHUB_REF"))
	switch {
	case o.ref == "":
		return usagef("no ref: name what was scanned with --github-ref, for example refs/heads/main")
	case !publishRef().MatchString(o.ref):
		return usagef("--github-ref %s: want refs/heads/NAME, refs/tags/NAME, refs/pull/N/merge or refs/pull/N/head", report.Plain(o.ref))
	case o.sha != "" && !fullCommit().MatchString(o.sha):
		return usagef("--github-sha: want the 40 hexadecimal digits of a commit")
	}
	return nil
}

// checkComment fills in and checks the number of the pull request and the comment's name.
func (o *publisher) checkComment() error {
	if !o.comment {
		return nil
	}
	if o.pr == 0 {
		o.pr = o.event.number()
	}
	if m := pullRef().FindStringSubmatch(o.getenv("GITHUB_REF")); o.pr == 0 && m != nil {
		o.pr, _ = strconv.Atoi(m[1]) // digits
	}
	switch {
	case o.pr < 0:
		return usagef("--github-pr: %d is no number of a pull request", o.pr)
	case o.pr == 0:
		return usagef("no pull request: this workflow is not about one; name it with --github-pr")
	case o.name != "" && !commentName().MatchString(o.name):
		return usagef("--github-comment-name: want letters, digits and ._/-, at most 64")
	}
	return nil
}

// join makes the run publish what it reports. A nil publisher joins nothing.
func (o *publisher) join(ctx context.Context, p process, plan *reporting) {
	if o == nil {
		return
	}
	shown := *plan
	plan.publish = func(r finding.Report) error { return o.publish(ctx, p, shown, r) }
	plan.uploads = o.upload
}

// publish uploads and comments what finish is about to report.
func (o *publisher) publish(ctx context.Context, p process, plan reporting, r finding.Report) error {
	within, cancel := context.WithTimeout(ctx, o.timeout)
	defer cancel()
	var errs []error
	if o.upload {
		errs = append(errs, o.send(within, p, plan, r))
	}
	if o.comment {
		errs = append(errs, o.say(within, p, plan, r))
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return errors.Join(errs...)
}

func (o *publisher) send(ctx context.Context, p process, plan reporting, r finding.Report) error {
	commit, err := o.commit(r)
	if err != nil {
		return err
	}
	var sarif bytes.Buffer
	if err := plan.render(&sarif, "sarif", plan.text, r); err != nil {
		return err
	}
	started, _ := time.Parse(time.RFC3339, r.Time.Started) // of results without a time it is left out
	err = o.client.Upload(ctx, publish.Analysis{SARIF: sarif.Bytes(), Ref: o.ref, Commit: commit, Started: started})
	if err == nil && !plan.quiet {
		complain(p, fmt.Sprintf("uploaded to code scanning of %s, for %s at %.12s", o.repo, o.ref, commit))
	}
	return err
}

// commit is what was scanned. Alerts at the lines of another commit would be wrong ones.
func (o *publisher) commit(r finding.Report) (string, error) {
	scanned := ""
	if r.Repository != nil && fullCommit().MatchString(r.Repository.Revision) {
		scanned = r.Repository.Revision
	}
	said := cmp.Or(o.sha, o.getenv("GITHUB_SHA"))
	switch {
	case o.sha == "" && said != "" && !fullCommit().MatchString(said):
		return "", usagef("GITHUB_SHA: want the 40 hexadecimal digits of a commit")
	case o.sha == "" && r.Repository == nil && len(r.Results) > 1:
		return "", usagef("the results do not tell of one commit that was scanned: name it with --github-sha")
	case said == "" && scanned == "":
		return "", usagef("no commit: the results do not tell which one was scanned; name it with --github-sha")
	case o.sha == "" && said != "" && scanned != "" && said != scanned:
		return "", usagef("the results are of commit %.12s, and GITHUB_SHA is %.12s: name what was scanned with --github-sha, and its ref with --github-ref", scanned, said)
	}
	return cmp.Or(said, scanned), nil
}

func (o *publisher) say(ctx context.Context, p process, plan reporting, r finding.Report) error {
	marker := report.MarkdownMarker
	if o.name != "" {
		marker = strings.TrimSuffix(marker, " -->") + " " + o.name + " -->"
	}
	var text bytes.Buffer
	if err := plan.markdown(publish.MaxComment-len(marker))(&text, plan.repo.forPrograms(r)); err != nil {
		return err
	}
	body := marker + strings.TrimPrefix(text.String(), report.MarkdownMarker)
	done, err := o.client.Comment(ctx, o.pr, body)
	if err == nil && !plan.quiet {
		complain(p, fmt.Sprintf("comment on %s#%d %s", o.repo, o.pr, done))
	}
	return err
}
