package github

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	gh "github.com/google/go-github/v84/github"
)

// publicAPI is where github.com answers.
const publicAPI = "https://api.github.com/"

// CredentialsError says that nobody could be signed in as. Missing tells that there was
// nothing to sign in with, and not that it was refused.
type CredentialsError struct {
	Missing bool
	what    string
}

func (e *CredentialsError) Error() string { return e.what }

// connect makes the client of the run.
func (r *run) connect() error {
	if r.options.Token == "" && r.options.App == nil {
		return &CredentialsError{Missing: true, what: "no GitHub token: set GITHUB_TOKEN or GH_TOKEN (gh auth token prints one), or name a GitHub App with --app-id and --app-key"}
	}
	var base http.RoundTripper
	if r.options.Transport != nil {
		base = r.options.Transport
	} else {
		t := http.DefaultTransport.(*http.Transport).Clone() //nolint:forcetypeassert // it is one in the standard library
		t.ResponseHeaderTimeout, t.MaxIdleConnsPerHost = 20*time.Second, 32
		base, r.hangUp = t, t.CloseIdleConnections
	}
	sent := &guard{base: base, token: func(context.Context) (string, error) { return r.options.Token, nil }}
	r.client = gh.NewClient(&http.Client{Transport: sent, Timeout: 60 * time.Second})
	r.client.DisableRateLimitCheck = true // the run waits itself
	r.client.UserAgent = "hipaactl"
	if api := r.options.EndpointURL; api != "" && strings.TrimSuffix(api, "/")+"/" != publicAPI {
		var err error
		if r.client, err = r.client.WithEnterpriseURLs(api, api); err != nil {
			return fmt.Errorf("--endpoint-url: %w", err)
		}
		r.client.DisableRateLimitCheck = true
	}
	sent.host = *r.client.BaseURL
	if r.options.App != nil {
		signer, err := newSigner(*r.options.App, r.options.Now)
		if err != nil {
			return err
		}
		sent.token = (&installation{signer: signer, client: r.client.BaseURL, base: base, owner: r.options.Owner, now: r.options.Now}).token
	}
	return nil
}

// guard stands before the network: it lets nothing pass but GET, and gives the token to
// GitHub alone, wherever an answer redirects to.
type guard struct {
	base  http.RoundTripper
	host  url.URL
	token func(context.Context) (string, error)
}

var errWrites = errors.New("only requests that read are sent")

// RoundTrip is that of http.RoundTripper.
func (g *guard) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Method != http.MethodGet {
		return nil, fmt.Errorf("%s %s: %w", r.Method, r.URL.Path, errWrites)
	}
	out := r.Clone(r.Context())
	out.Header.Del("Authorization")
	if r.URL.Host == g.host.Host && r.URL.Scheme == g.host.Scheme {
		token, err := g.token(r.Context())
		if err != nil {
			return nil, err
		}
		out.Header.Set("Authorization", "Bearer "+token)
	}
	resp, err := g.base.RoundTrip(out)
	if err == nil {
		resp.Body = &bounded{ReadCloser: resp.Body, left: maxAnswer}
	}
	return resp, err
}

// maxAnswer bounds an answer, in bytes: a page of a hundred entries is a small part of it.
const maxAnswer = 64 << 20

var errLong = errors.New("the answer does not end")

// bounded is the body of an answer that is not read further than anybody needs.
type bounded struct {
	io.ReadCloser
	left int
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errLong
	}
	n, err := b.ReadCloser.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// The waits between tries of a call that failed for a reason that passes, and how many there are.
const (
	maxAttempts  = 4
	firstBackoff = time.Second
	// secondaryWait is how long to wait where GitHub does not say: "at least one minute",
	// https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
	secondaryWait = time.Minute
)

// errTooLong says that waiting for the rate limit would take longer than the run may.
var errTooLong = errors.New("the rate limit lasts longer than the run may")

// patient makes a call, and makes it again after it waited for a rate limit or for GitHub to recover.
func (r *run) patient(ctx context.Context, call func() (*gh.Response, error)) (resp *gh.Response, tries int, err error) {
	for failed := 0; ; {
		if err := r.waitForLimit(ctx); err != nil {
			return resp, tries, err
		}
		resp, err = call()
		tries++
		until, limited := r.limitOf(err)
		switch {
		case err == nil || ctx.Err() != nil:
			return resp, tries, err
		case limited:
			if deadline, ok := ctx.Deadline(); ok && until.After(deadline) {
				return resp, tries, errTooLong
			}
			r.pauseUntil(until)
		case !passing(err):
			return resp, tries, err
		default:
			if failed++; failed >= maxAttempts {
				return resp, tries, err
			}
			if err := r.options.sleep(ctx, firstBackoff<<(failed-1)); err != nil {
				return resp, tries, err
			}
		}
	}
}

// limitOf is when an exceeded limit ends.
func (r *run) limitOf(err error) (time.Time, bool) {
	var primary *gh.RateLimitError
	var secondary *gh.AbuseRateLimitError
	now := r.options.Now()
	switch {
	case errors.As(err, &primary):
		return later(primary.Rate.Reset.Add(time.Second), now.Add(time.Second)), true
	case errors.As(err, &secondary):
		return now.Add(cmp.Or(secondary.GetRetryAfter(), secondaryWait)), true
	}
	return time.Time{}, false
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// passing tells of failures that may be gone the next time.
func passing(err error) bool {
	var answer *gh.ErrorResponse
	if errors.As(err, &answer) && answer.Response != nil {
		return answer.Response.StatusCode >= http.StatusInternalServerError
	}
	return kindOf(context.Background(), err) == "unreachable"
}

// waitForLimit holds every call back while a limit is exceeded.
func (r *run) waitForLimit(ctx context.Context) error {
	for {
		r.mu.Lock()
		until := r.paused
		r.mu.Unlock()
		wait := until.Sub(r.options.Now())
		if wait <= 0 {
			return ctx.Err()
		}
		r.report(Status{Place: r.options.Owner, Waiting: until})
		if err := r.options.sleep(ctx, wait); err != nil {
			return err
		}
	}
}

func (r *run) pauseUntil(t time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.paused = later(r.paused, t)
}

// sleep waits unless the context ends before.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
