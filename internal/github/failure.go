package github

import (
	"context"
	"errors"
	"net"
	"net/http"
	"slices"
	"strings"

	gh "github.com/google/go-github/v84/github"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// failure is a call that was not answered.
type failure struct {
	op operation
	// kind is one word for the report: denied, hidden, throttled, timeout, canceled,
	// unavailable, expired, unauthorized for single sign-on, unreachable, unreadable, refused.
	kind string
	// need is what GitHub says that the call needs, empty where it does not say.
	need string
	// err is what go-github said.
	err error
}

// Unwrap is what go-github said.
func (e *failure) Unwrap() error { return e.err }

func (e *failure) Error() string { return e.op.String() + ": " + reasons[e.kind] }

// reasons say what happened, by kind, in a clause.
var reasons = map[string]string{
	"denied":      "access was denied",
	"hidden":      "GitHub answered that there is nothing, as it also does where a token may not see it",
	"throttled":   "the rate limit stayed exceeded until the end of the run",
	"timeout":     "no answer came in time",
	"canceled":    "the run was stopped before it was answered",
	"unavailable": "GitHub failed, also after retries",
	"expired":     "the token is expired or not valid",
	"sso":         "the token is not authorized for the organization's single sign-on",
	"unreachable": "GitHub could not be reached",
	"unreadable":  "the answer could not be read",
	"withheld":    "GitHub left it out of its answer, as it does for a token that may not see it",
	"refused":     "GitHub refused the request",
}

// cause explains what the failure leaves unknown.
func (e *failure) cause() resource.Cause {
	return resource.Cause{Kind: resource.NotVisible, What: e.op.String(), Why: reasons[e.kind], Settle: e.settle()}
}

func (e *failure) settle() string {
	switch e.kind {
	case "denied", "hidden", "withheld":
		if e.need != "" {
			return "grant " + e.need
		}
		return "grant " + e.op.grant()
	case "throttled":
		return "run again later, with a longer --timeout, or as a GitHub App, which has a limit of its own"
	case "timeout", "canceled":
		return "run again, with a longer --timeout"
	case "expired":
		return "renew the token and run again"
	case "sso":
		return "authorize the token for single sign-on in the settings of your tokens"
	case "unreachable":
		return "check the network, a proxy and --endpoint-url"
	}
	return "run again"
}

// absent says that GitHub answered "not configured".
type absent struct{}

func (absent) Error() string { return "not configured" }

func isAbsent(err error) bool { return errors.As(err, new(absent)) }

// asFailure is the failure in err, nil where there is none.
func asFailure(err error) *failure {
	var f *failure
	if errors.As(err, &f) {
		return f
	}
	return nil
}

// unavailable are the beginnings of the messages by which GitHub says, with the status of a
// denial, that the owner's plan or the repository's settings lack a feature: what cannot be
// turned on is not on.
// Sources: https://docs.github.com/rest/branches/branch-protection and https://docs.github.com/rest/code-scanning/code-scanning
var unavailable = []string{
	"Upgrade to GitHub ", "Advanced Security must be enabled", "Code Security must be enabled", "GitHub Advanced Security must be enabled",
	"Code scanning is not enabled", "Secret scanning is disabled", "Dependabot alerts are disabled", "Dependabot alerts are not available",
}

// classify turns an error of go-github into absent or failure.
func classify(ctx context.Context, op operation, resp *gh.Response, err error) error {
	if err == nil {
		return nil
	}
	f := &failure{op: op, kind: kindOf(ctx, err), err: err}
	message := ""
	var answer *gh.ErrorResponse
	if errors.As(err, &answer) {
		message = answer.Message
	}
	if resp == nil || resp.Response == nil {
		return f
	}
	if f.kind == "denied" && slices.ContainsFunc(unavailable, func(begin string) bool { return strings.HasPrefix(message, begin) }) {
		return absent{}
	}
	if resp.StatusCode == http.StatusNotFound && slices.Contains(op.absent, message) {
		return absent{}
	}
	if f.kind == "denied" && resp.Header.Get("X-Github-Sso") != "" {
		f.kind = "sso"
	}
	f.need = needed(resp.Header)
	return f
}

func kindOf(ctx context.Context, err error) string {
	var answer *gh.ErrorResponse
	var limit *gh.RateLimitError
	var abuse *gh.AbuseRateLimitError
	var network net.Error
	var credentials *CredentialsError
	switch {
	case errors.Is(context.Cause(ctx), context.DeadlineExceeded):
		return "timeout"
	case ctx.Err() != nil:
		return "canceled"
	case errors.As(err, &limit), errors.As(err, &abuse), errors.Is(err, errTooLong):
		return "throttled"
	case errors.As(err, &credentials):
		return "expired"
	case errors.Is(err, errWrites):
		return "refused"
	case errors.As(err, &answer) && answer.Response != nil:
		return kindOfStatus(answer.Response.StatusCode)
	case errors.As(err, &network) && network.Timeout():
		return "timeout"
	case errors.As(err, &network):
		return "unreachable"
	}
	return "unreadable" // it was answered, and did not decode
}

func kindOfStatus(status int) string {
	switch {
	case status == http.StatusUnauthorized:
		return "expired"
	case status == http.StatusForbidden:
		return "denied"
	case status == http.StatusNotFound || status == http.StatusGone || status == http.StatusUnavailableForLegalReasons:
		return "hidden"
	case status >= http.StatusInternalServerError:
		return "unavailable"
	}
	return "refused"
}

// words tells whether a header about permissions holds what such headers hold; anything
// else is not repeated.
func words(text string) bool {
	const most = 200
	return text != "" && len(text) <= most && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz_:=,; ") == ""
}

// needed is what GitHub itself says that a call needs: fine-grained permissions, or classic
// scopes of which the token has none.
// Source: https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
func needed(h http.Header) string {
	if p := h.Get("X-Accepted-Github-Permissions"); words(p) {
		return "the permission " + strings.ReplaceAll(p, "; ", ", or ")
	}
	accepted := h.Get("X-Accepted-Oauth-Scopes")
	if h.Get("X-Oauth-Scopes") == "" && len(h.Values("X-Oauth-Scopes")) == 0 || !words(accepted) {
		return ""
	}
	have := strings.Split(h.Get("X-Oauth-Scopes"), ", ")
	for scope := range strings.SplitSeq(accepted, ", ") {
		if slices.Contains(have, scope) {
			return "" // the scope is not what it lacks
		}
	}
	return "the token one of the scopes " + accepted
}
