package publish

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"unicode"

	gh "github.com/google/go-github/v84/github"
)

// Error says what was not published, why, and what would settle it.
type Error struct {
	// What is the action: "upload to code scanning".
	What, Why, Settle string
	// Status is that of GitHub's answer, 0 where there was none.
	Status int
}

func (e *Error) Error() string {
	text := e.What + ": " + e.Why
	if e.Status != 0 {
		text += fmt.Sprintf(" (%d)", e.Status)
	}
	if e.Settle != "" {
		text += "; " + e.Settle
	}
	return text
}

// action is something that is published, and what the token needs for it.
type action struct{ what, grant string }

// Sources: https://docs.github.com/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens
// and https://docs.github.com/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data
var (
	upload  = action{"upload to code scanning", `grant the token "security-events: write" (permissions of the workflow's job), of a fine-grained token or App "Code scanning alerts: write", of a classic token the scope security_events`}
	comment = action{"comment on the pull request", `grant the token "pull-requests: write" (permissions of the workflow's job), of a fine-grained token or App "Pull requests: write", of a classic token the scope repo`}
)

const (
	fork = "the pull request is from a fork, whose token can only read: leave this step out there, " +
		"or do it in a workflow on workflow_run, which is given the result and judges nothing of the fork's"
	retry = "run it again"
)

// failure is what went wrong, for the person. Texts of GitHub are repeated only where they say
// what is wrong with what was sent, and never the token.
func (c *Client) failure(ctx context.Context, a action, err error) error {
	e := &Error{What: a.what}
	var own *Error
	var answer *gh.ErrorResponse
	var limit *gh.RateLimitError
	var abuse *gh.AbuseRateLimitError
	var network net.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &own):
		return own
	case errors.Is(context.Cause(ctx), context.DeadlineExceeded):
		e.Why, e.Settle = "no answer came in time", "run it again, with a longer --github-timeout"
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &limit), errors.As(err, &abuse), errors.Is(err, errTooLong):
		e.Why, e.Settle = "the rate limit stays exceeded for longer than the run may take", "run it again later, or with a longer --github-timeout"
	case errors.Is(err, errElsewhere):
		e.Why, e.Settle = errElsewhere.Error(), "name the repository as it is called now with --github-repo, and check --endpoint-url"
	case errors.Is(err, errRefused):
		e.Why = errRefused.Error()
	case errors.As(err, &answer) && answer.Response != nil:
		e.Status = answer.Response.StatusCode
		e.Why, e.Settle = c.refusal(a, answer)
	case errors.As(err, &network):
		e.Why, e.Settle = "GitHub could not be reached", "check the network, a proxy and --endpoint-url"
	default:
		e.Why, e.Settle = "the answer could not be read", "check --endpoint-url"
	}
	return e
}

// off are the beginnings of the messages by which GitHub says, with the status of a denial,
// that a repository lacks code scanning.
var off = []string{
	"Advanced Security must be enabled", "Code Security must be enabled", "GitHub Advanced Security must be enabled",
	"GitHub Code Security must be enabled", "Code scanning is not enabled", "Code Security is not enabled", "Advanced Security is not enabled",
}

func (c *Client) refusal(a action, answer *gh.ErrorResponse) (why, settle string) {
	grant := a.grant
	if c.options.Fork {
		grant = fork
	}
	switch status := answer.Response.StatusCode; {
	case status == http.StatusUnauthorized:
		return "the token is expired or not valid", "renew it"
	case status == http.StatusForbidden && slices.ContainsFunc(off, func(begin string) bool { return strings.HasPrefix(answer.Message, begin) }):
		return "the repository has no code scanning", "turn on code scanning (GitHub Code Security) in the settings of the repository"
	case status == http.StatusForbidden && answer.Response.Header.Get("X-Github-Sso") != "":
		return "the token is not authorized for the organization's single sign-on", "authorize it in the settings of your tokens"
	case status == http.StatusForbidden && strings.Contains(answer.Message, "archived"):
		return "the repository is archived", "nothing can be written to it"
	case status == http.StatusForbidden:
		return "access was denied", grant
	case status == http.StatusNotFound:
		return "GitHub answered that there is nothing, as it also does where a token may not see it", "check the repository and the number; else " + grant
	case status == http.StatusRequestEntityTooLarge:
		return "GitHub takes no more than 10 MB, compressed", "leave out what is mild with --min-severity, or upload the roots one by one"
	case status == http.StatusUnprocessableEntity || status == http.StatusBadRequest:
		return "GitHub refused it: " + c.said(answer), "check --github-ref, --github-sha and --github-pr, which have to be of this repository"
	case status >= http.StatusInternalServerError:
		return "GitHub failed, also after retries", retry
	}
	return "GitHub refused it: " + c.said(answer), retry
}

func (c *Client) said(answer *gh.ErrorResponse) string {
	parts := []string{answer.Message}
	for _, e := range answer.Errors {
		if e.Message != "" && len(parts) < 4 {
			parts = append(parts, e.Message)
		}
	}
	return c.repeated(parts...)
}

// repeated is a text of GitHub as it may be shown: short, on one line, without the token.
func (c *Client) repeated(parts ...string) string {
	const most = 300
	text := strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, strings.Join(parts, "; "))
	if c.options.Token != "" {
		text = strings.ReplaceAll(text, c.options.Token, "***")
	}
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	if strings.TrimSpace(text) == "" {
		return "it does not say why"
	}
	return text
}
