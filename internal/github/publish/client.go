// Package publish hands what a run found to GitHub: SARIF to code scanning, and a comment to a
// pull request. It is the only place that changes anything there, and it changes nothing else:
// requests that are not one of these are refused before they leave the process.
//
// The token and what was found go to the one host that was named. A redirect to another host,
// to another scheme, or one that turns a request into another is not followed.
package publish

import (
	"cmp"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	gh "github.com/google/go-github/v84/github"
)

// Options say where to publish and as whom.
type Options struct {
	// Owner and Repo name the repository.
	Owner, Repo string
	// Token is one of any kind.
	Token string
	// APIURL is where the REST API answers; empty means github.com. A GitHub Enterprise Server
	// may be named with or without its /api/v3.
	APIURL string
	// Fork tells that the run is for a pull request from a fork, whose token can only read.
	Fork bool
	// Now is the clock.
	Now func() time.Time
	// Transport replaces the network, and Sleep the waiting, for tests.
	Transport http.RoundTripper
	Sleep     func(context.Context, time.Duration) error
}

// Client publishes to one repository.
type Client struct {
	options Options
	gh      *gh.Client
	// repo is the path of the repository, escaped.
	repo string
}

// New makes a client. An error is about the options: an address that is none, or that would
// send the token in the clear.
func New(o Options) (*Client, error) {
	if o.Sleep == nil {
		o.Sleep = sleep
	}
	base := o.Transport
	if base == nil {
		t := http.DefaultTransport.(*http.Transport).Clone() //nolint:forcetypeassert // it is one in the standard library
		t.ResponseHeaderTimeout = time.Minute
		base = t
	}
	sent := &guard{base: base, token: o.Token}
	c := gh.NewClient(&http.Client{Transport: sent, Timeout: 2 * time.Minute, CheckRedirect: sent.redirect})
	if o.APIURL != "" && strings.TrimSuffix(o.APIURL, "/") != "https://api.github.com" {
		var err error
		if c, err = c.WithEnterpriseURLs(o.APIURL, o.APIURL); err != nil {
			return nil, errors.New("not an address")
		}
	}
	c.DisableRateLimitCheck = true // patient waits itself
	c.UserAgent = "hipaactl"
	switch u := c.BaseURL; {
	case u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return nil, errors.New("not an address such as https://github.example.com")
	case u.Scheme != "https" && (u.Scheme != "http" || !loopback(u.Hostname())):
		return nil, errors.New("want https: the token would be sent in the clear")
	}
	repo := "repos/" + url.PathEscape(o.Owner) + "/" + url.PathEscape(o.Repo)
	sent.scheme, sent.host = c.BaseURL.Scheme, c.BaseURL.Host
	return &Client{o, c, repo}, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// maxAnswer bounds an answer: a page of comments holds 100 of 65,536 characters.
const maxAnswer = 64 << 20

// guard stands before the network.
type guard struct {
	base                http.RoundTripper
	token, scheme, host string
}

var (
	errElsewhere = errors.New("it was redirected to another place, and not followed")
	errRefused   = errors.New("only uploads to code scanning and comments are sent")
)

// allowed are the requests that this package is for, by method and by how the path ends. One
// to a repository that was renamed is redirected to its number.
var allowed = map[string]*regexp.Regexp{
	http.MethodGet:   regexp.MustCompile(`/(user|code-scanning/sarifs/[^/]+|issues/\d+/comments)$`),
	http.MethodPost:  regexp.MustCompile(`/(code-scanning/sarifs|issues/\d+/comments)$`),
	http.MethodPatch: regexp.MustCompile(`/issues/comments/\d+$`),
}

// RoundTrip is that of http.RoundTripper.
func (g *guard) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Host != g.host || r.URL.Scheme != g.scheme {
		return nil, errElsewhere
	}
	if path := allowed[r.Method]; path == nil || !path.MatchString(r.URL.Path) {
		return nil, errRefused
	}
	out := r.Clone(r.Context())
	out.Header.Set("Authorization", "Bearer "+g.token)
	resp, err := g.base.RoundTrip(out)
	if resp != nil {
		resp.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(resp.Body, maxAnswer), resp.Body}
	}
	return resp, err
}

// redirect follows where the request stays what it is and where it is. To another method means
// that a body was dropped, and the answer would be to another question.
func (g *guard) redirect(r *http.Request, via []*http.Request) error {
	const most = 3
	if r.Method != via[0].Method || r.URL.Host != g.host || r.URL.Scheme != g.scheme || len(via) > most {
		return errElsewhere
	}
	return nil
}

// ask sends one request and decodes the answer into out.
func (c *Client) ask(ctx context.Context, method, path string, body, out any) (*gh.Response, error) {
	req, err := c.gh.NewRequest(method, path, body)
	if err != nil {
		return nil, err
	}
	return c.gh.Do(ctx, req, out)
}

// The waits between tries of what failed for a reason that passes, and how many there are.
const (
	maxAttempts  = 4
	firstBackoff = time.Second
	// secondaryWait is how long to wait where GitHub does not say: "at least one minute",
	// https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
	secondaryWait = time.Minute
)

// errTooLong says that waiting for a rate limit would take longer than the run may.
var errTooLong = errors.New("the rate limit lasts longer than the run may")

// patient does something, and does it again after it waited for a rate limit or for GitHub to recover.
func (c *Client) patient(ctx context.Context, do func() error) error {
	for failed := 0; ; {
		err := do()
		if err == nil || ctx.Err() != nil {
			return err
		}
		wait, limited := c.limitOf(err)
		if !limited {
			if failed++; failed >= maxAttempts || !passing(err) {
				return err
			}
			wait = firstBackoff << (failed - 1)
		}
		if deadline, ok := ctx.Deadline(); limited && ok && c.options.Now().Add(wait).After(deadline) {
			return errTooLong
		}
		if err := c.options.Sleep(ctx, wait); err != nil {
			return err
		}
	}
}

// limitOf is how long an exceeded limit lasts.
func (c *Client) limitOf(err error) (time.Duration, bool) {
	var primary *gh.RateLimitError
	var secondary *gh.AbuseRateLimitError
	switch {
	case errors.As(err, &primary):
		return max(primary.Rate.Reset.Sub(c.options.Now()), 0) + time.Second, true
	case errors.As(err, &secondary):
		return cmp.Or(secondary.GetRetryAfter(), secondaryWait), true
	}
	return 0, false
}

// passing tells of failures that may be gone the next time.
func passing(err error) bool {
	var answer *gh.ErrorResponse
	if errors.As(err, &answer) && answer.Response != nil {
		return answer.Response.StatusCode >= http.StatusInternalServerError
	}
	var network net.Error
	return errors.As(err, &network) && !errors.Is(err, errElsewhere) && !errors.Is(err, errRefused)
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
