package publish_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/hipaactl/hipaactl/internal/github/publish"
)

const token = "ghs_a16C7e42F292c6912E7710c838347Ae178B4"

// server is a fake GitHub: the answers to a request, one after another, the last again and
// again; each a text with status 200, "STATUS text", or a handler.
type server struct {
	*httptest.Server
	t       *testing.T
	answers map[string][]any

	mu    sync.Mutex
	asked []string
	sent  []map[string]string
	slept time.Duration
}

func serve(t *testing.T, answers map[string][]any) *server {
	t.Helper()
	s := &server{t: t, answers: answers}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	key := r.Method + " " + strings.TrimPrefix(r.URL.Path, "/api/v3/")
	if page := r.URL.Query().Get("page"); page != "" && page != "1" {
		key += " page " + page
	}
	body, _ := io.ReadAll(r.Body)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = append(s.asked, key)
	sent := map[string]string{}
	_ = json.Unmarshal(body, &sent)
	s.sent = append(s.sent, sent)
	if got := r.Header.Get("Authorization"); got != "Bearer "+token {
		s.t.Errorf("%s came with the authorization %q", key, got)
	}
	all := s.answers[key]
	if len(all) == 0 {
		w.WriteHeader(http.StatusNotFound)
		_, _ = fmt.Fprint(w, `{"message": "Not Found", "documentation_url": "https://docs.github.com/rest", "status": "404"}`)
		return
	}
	if len(all) > 1 {
		s.answers[key] = all[1:]
	}
	if handle, ok := all[0].(http.HandlerFunc); ok {
		handle(w, r)
		return
	}
	text, status := all[0].(string), http.StatusOK
	if _, err := fmt.Sscanf(text, "%3d ", &status); err == nil {
		text = text[4:]
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = fmt.Fprint(w, text)
}

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// client publishes to the server, and waits in no time.
func (s *server) client(change func(*publish.Options)) *publish.Client {
	s.t.Helper()
	o := publish.Options{
		Owner: "acme", Repo: "records", Token: token, APIURL: s.URL,
		Now: func() time.Time { return noon.Add(s.slept) },
		Sleep: func(ctx context.Context, d time.Duration) error {
			s.slept += d
			return ctx.Err()
		},
	}
	if change != nil {
		change(&o)
	}
	c, err := publish.New(o)
	if err != nil {
		s.t.Fatal(err)
	}
	return c
}

// within is a context that ends some time after noon, by the clock of the test alone.
func within(t *testing.T, d time.Duration) context.Context {
	return deadline{t.Context(), noon.Add(d)}
}

type deadline struct {
	context.Context
	at time.Time
}

func (d deadline) Deadline() (time.Time, bool) { return d.at, true }

const (
	sarifs   = "POST repos/acme/records/code-scanning/sarifs"
	state    = "GET repos/acme/records/code-scanning/sarifs/47177e22"
	accepted = `202 {"id": "47177e22", "url": "https://api.github.com/repos/acme/records/code-scanning/sarifs/47177e22"}`
	pending  = `{"processing_status": "pending"}`
	complete = `{"processing_status": "complete", "analyses_url": "https://api.github.com/repos/acme/records/code-scanning/analyses?sarif_id=47177e22"}`
	notFound = `404 {"message": "Not Found", "status": "404"}`
)

var analysis = publish.Analysis{
	SARIF: []byte(`{"version": "2.1.0"}`), Ref: "refs/pull/7/merge", Commit: strings.Repeat("a", 40), Started: noon,
}

func TestUpload(t *testing.T) {
	s := serve(t, map[string][]any{sarifs: {accepted}, state: {notFound, pending, complete}})
	if err := s.client(nil).Upload(within(t, time.Minute), analysis); err != nil {
		t.Fatal(err)
	}
	sent := s.sent[0]
	packed, err := base64.StdEncoding.DecodeString(sent["sarif"])
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(z); err != nil || string(got) != `{"version": "2.1.0"}` {
		t.Errorf("the SARIF came as %s, %v", got, err)
	}
	delete(sent, "sarif")
	if want := "map[commit_sha:" + strings.Repeat("a", 40) + " ref:refs/pull/7/merge started_at:2026-03-01T12:00:00Z tool_name:hipaactl]"; fmt.Sprint(sent) != want {
		t.Errorf("sent %v, want %s", sent, want)
	}
	if got := strings.Join(s.asked, ", "); got != sarifs+", "+state+", "+state+", "+state {
		t.Errorf("asked %s", got)
	}
}

// Whatever goes wrong is an error that says what, why and what would help, and holds no token.
func TestUploadFails(t *testing.T) {
	reset := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-RateLimit-Remaining", "0")
		w.Header().Set("X-RateLimit-Reset", fmt.Sprint(noon.Add(time.Hour).Unix()))
		w.WriteHeader(http.StatusForbidden)
		_, _ = fmt.Fprint(w, `{"message": "API rate limit exceeded for installation ID 1."}`)
	}
	for name, tt := range map[string]struct {
		post, get []any
		fork      bool
		want      string
	}{
		"denied": {post: []any{`403 {"message": "Resource not accessible by integration"}`}, want: `access was denied (403); grant the token "security-events: write"`},
		"denied in a fork": {
			post: []any{`403 {"message": "Resource not accessible by integration"}`}, fork: true,
			want: "access was denied (403); the pull request is from a fork, whose token can only read",
		},
		"no code scanning":   {post: []any{`403 {"message": "Code scanning is not enabled for this repository. Please enable code scanning in the repository settings."}`}, want: "the repository has no code scanning (403)"},
		"archived":           {post: []any{`403 {"message": "Repository was archived so is read-only."}`}, want: "the repository is archived (403)"},
		"hidden":             {post: []any{notFound}, want: "as it also does where a token may not see it (404); check the repository"},
		"too large":          {post: []any{`413 {"message": "Payload Too Large"}`}, want: "no more than 10 MB, compressed (413); leave out what is mild"},
		"not valid":          {post: []any{`422 {"message": "Validation Failed: commit not found", "errors": [{"message": "ref\nis ` + token + `"}]}`}, want: "GitHub refused it: Validation Failed: commit not found; ref is *** (422); check --github-ref"},
		"bad request":        {post: []any{`400 {"message": "Invalid SARIF"}`}, want: "GitHub refused it: Invalid SARIF (400)"},
		"expired":            {post: []any{`401 {"message": "Bad credentials"}`}, want: "the token is expired or not valid (401); renew it"},
		"primary limit":      {post: []any{http.HandlerFunc(reset)}, want: "the rate limit stays exceeded for longer than the run may take; run it again later"},
		"unavailable":        {post: []any{`503 {"message": "Service unavailable"}`}, want: "GitHub failed, also after retries (503)"},
		"a page":             {post: []any{`<html>welcome</html>`}, want: "the answer could not be read; check --endpoint-url"},
		"no name":            {post: []any{`202 {}`}, want: "does not name the upload"},
		"not processed":      {post: []any{accepted}, get: []any{pending}, want: "it was sent, and GitHub had not taken it in when the time was over"},
		"never heard of":     {post: []any{accepted}, get: []any{notFound}, want: "it was sent, and GitHub had not taken it in when the time was over"},
		"failed":             {post: []any{accepted}, get: []any{`{"processing_status": "failed", "errors": ["rejecting SARIF, as there are more results per run than allowed"]}`}, want: "could not take it in: rejecting SARIF, as there are more results"},
		"failed, without":    {post: []any{accepted}, get: []any{`{"processing_status": "failed"}`}, want: "could not take it in: it does not say why"},
		"denied to look":     {post: []any{accepted}, get: []any{`403 {"message": "Resource not accessible by integration"}`}, want: "access was denied (403)"},
		"a word never heard": {post: []any{accepted}, get: []any{`{"processing_status": "later"}`}, want: "had not taken it in"},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t, map[string][]any{sarifs: tt.post, state: tt.get})
			err := s.client(func(o *publish.Options) { o.Fork = tt.fork }).Upload(within(t, time.Minute), analysis)
			var told *publish.Error
			if !errors.As(err, &told) || !strings.HasPrefix(err.Error(), "upload to code scanning: ") || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), token) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			if s.slept > time.Minute {
				t.Errorf("waited for %s", s.slept)
			}
		})
	}
}

// What passes is waited for.
func TestPatience(t *testing.T) {
	secondary := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "30")
		w.WriteHeader(http.StatusForbidden)
		_, _ = fmt.Fprint(w, `{"message": "You have exceeded a secondary rate limit.", "documentation_url": "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits"}`)
	}
	s := serve(t, map[string][]any{sarifs: {http.HandlerFunc(secondary), `502 {}`, accepted}, state: {`500 {}`, complete}})
	if err := s.client(nil).Upload(within(t, time.Minute), analysis); err != nil {
		t.Fatal(err)
	}
	if s.slept != 32*time.Second {
		t.Errorf("waited for %s, want 30 s for the limit and 1 s for each failure", s.slept)
	}
}

// Neither the token nor what was found goes anywhere but to the host that was named.
func TestRedirects(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		t.Errorf("%s %s went elsewhere, with the authorization %q", r.Method, r.URL, r.Header.Get("Authorization"))
	}))
	defer elsewhere.Close()
	to := func(status int, url string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, url, status) }
	}
	for _, status := range []int{301, 302, 303, 307, 308} {
		s := serve(t, map[string][]any{sarifs: {to(status, elsewhere.URL+"/code-scanning/sarifs")}})
		if err := s.client(nil).Upload(within(t, time.Minute), analysis); err == nil || !strings.Contains(err.Error(), "redirected to another place") {
			t.Errorf("%d to another host: %v", status, err)
		}
	}
	// A repository that was renamed is asked by its number, with what is sent. What drops it is refused.
	renamed := "/api/v3/repositories/5/code-scanning/sarifs"
	s := serve(t, map[string][]any{sarifs: {to(307, renamed)}, "POST repositories/5/code-scanning/sarifs": {accepted}, state: {to(301, renamed+"/47177e22")}, "GET repositories/5/code-scanning/sarifs/47177e22": {complete}})
	if err := s.client(nil).Upload(within(t, time.Minute), analysis); err != nil || s.sent[1]["sarif"] == "" {
		t.Errorf("a renamed repository: %v", err)
	}
	s = serve(t, map[string][]any{sarifs: {to(302, renamed)}, "GET repositories/5/code-scanning/sarifs": {`{"id": "47177e22"}`}, state: {complete}})
	if err := s.client(nil).Upload(within(t, time.Minute), analysis); err == nil {
		t.Error("a redirect that drops what is sent was taken for a success")
	}
}

func TestAddresses(t *testing.T) {
	for address, want := range map[string]bool{
		"": true, "https://api.github.com": true, "https://github.example.com": true, "https://github.example.com/api/v3": true, "https://api.acme.ghe.com": true,
		"http://127.0.0.1:8080": true, "http://github.example.com": false, "ftp://github.example.com": false, "github.example.com": false,
		"https://user:secret@github.example.com": false, "https://": false, "https://x.example.com/?a=b": false, "::": false, "http://localhost.example.com": false,
	} {
		if _, err := publish.New(publish.Options{Owner: "a", Repo: "b", Token: token, APIURL: address}); (err == nil) != want {
			t.Errorf("%q: %v", address, err)
		} else if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: the error repeats it: %v", address, err)
		}
	}
}

const (
	user     = "GET user"
	list     = "GET repos/acme/records/issues/7/comments"
	create   = "POST repos/acme/records/issues/7/comments"
	change   = "PATCH repos/acme/records/issues/comments/12"
	marker   = "<!-- hipaactl:report -->"
	body     = marker + "\n\n# HIPAA Security Rule: failed\n"
	workflow = `403 {"message": "Resource not accessible by integration"}`
)

func said(id int, login, kind, text string) string {
	out, _ := json.Marshal(map[string]any{"id": id, "body": text, "user": map[string]string{"login": login, "type": kind}})
	return string(out)
}

func TestComment(t *testing.T) {
	bot := func(text string) string { return said(12, "github-actions[bot]", "Bot", text) }
	next := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Link", `<`+"http://"+r.Host+r.URL.Path+`?per_page=100&page=2>; rel="next"`)
		_, _ = fmt.Fprint(w, "["+said(3, "maria", "User", "Please look at this.")+"]")
	}
	for name, tt := range map[string]struct {
		user      string
		list      []any
		more      string
		done      string
		requested string
	}{
		"the first":          {workflow, []any{`[]`}, "", "created", create},
		"again":              {workflow, []any{"[" + said(3, "maria", "User", "hm") + "," + bot(marker+"\n\n# HIPAA Security Rule: passed\n") + "]"}, "", "updated", change},
		"the same":           {workflow, []any{"[" + bot(strings.ReplaceAll(body, "\n", "\r\n")) + "]"}, "", "unchanged", list},
		"on another page":    {workflow, []any{http.HandlerFunc(next)}, "[" + bot(marker+"\nold") + "]", "updated", change},
		"a person's of it":   {workflow, []any{"[" + said(12, "mallory", "User", marker+"\n\n# HIPAA Security Rule: passed") + "]"}, "", "created", create},
		"quoted in another":  {workflow, []any{"[" + bot("> "+marker) + "," + said(13, "x[bot]", "Bot", "see\n"+marker) + "]"}, "", "created", create},
		"another marker":     {workflow, []any{"[" + bot("<!-- hipaactl:report leaks -->\nold") + "]"}, "", "created", create},
		"one's own":          {`{"login": "Maria"}`, []any{"[" + said(11, "github-actions[bot]", "Bot", marker+"\nold") + "," + said(12, "maria", "User", marker+"\nold") + "]"}, "", "updated", change},
		"of two, the oldest": {workflow, []any{"[" + bot(marker+"\nold") + "," + said(14, "github-actions[bot]", "Bot", marker+"\nold") + "]"}, "", "updated", change},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t, map[string][]any{user: {tt.user}, list: tt.list, list + " page 2": {tt.more}, create: {"201 " + bot(body)}, change: {bot(body)}})
			done, err := s.client(nil).Comment(within(t, time.Minute), 7, body)
			last := len(s.asked) - 1
			if err != nil || done != tt.done || s.asked[last] != tt.requested {
				t.Fatalf("%s, %v: %v", done, err, s.asked)
			}
			if tt.requested != list && s.sent[last]["body"] != body {
				t.Errorf("sent %v", s.sent[last])
			}
		})
	}
}

func TestCommentFails(t *testing.T) {
	for name, tt := range map[string]struct {
		user, list, create string
		fork               bool
		want               string
	}{
		"denied":         {workflow, `[]`, workflow, false, `access was denied (403); grant the token "pull-requests: write"`},
		"in a fork":      {workflow, `[]`, workflow, true, "the pull request is from a fork, whose token can only read"},
		"no such number": {workflow, notFound, "", false, "there is nothing"},
		"locked":         {workflow, `[]`, `422 {"message": "Validation Failed", "errors": [{"resource": "IssueComment", "code": "unprocessable", "message": "issue is locked"}]}`, false, "Validation Failed; issue is locked (422)"},
		"expired":        {`401 {"message": "Bad credentials"}`, `[]`, "", false, "expired or not valid"},
		"nobody":         {`{}`, `[]`, "", false, "could not be read"},
		"no list":        {workflow, `null`, "", false, "could not be read"},
		"no answer":      {workflow, `[]`, `201 {}`, false, "does not name the comment"},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t, map[string][]any{user: {tt.user}, list: {tt.list}, create: {tt.create}})
			_, err := s.client(func(o *publish.Options) { o.Fork = tt.fork }).Comment(within(t, time.Minute), 7, body)
			if err == nil || !strings.HasPrefix(err.Error(), "comment on the pull request: ") || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), token) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

// A comment whose answer got lost is found again and not repeated.
func TestCommentIsNotRepeated(t *testing.T) {
	there := "[" + said(12, "github-actions[bot]", "Bot", body) + "]"
	s := serve(t, map[string][]any{user: {workflow}, list: {`[]`, there}, create: {`502 {}`}})
	done, err := s.client(nil).Comment(within(t, time.Minute), 7, body)
	if err != nil || done != "unchanged" {
		t.Errorf("%s, %v: %v", done, err, s.asked)
	}
}

func TestCommentTooLong(t *testing.T) {
	s := serve(t, nil)
	for _, text := range []string{"no marker\n", marker, marker + "\n" + strings.Repeat("ä", publish.MaxComment)} {
		if _, err := s.client(nil).Comment(t.Context(), 7, text); err == nil || len(s.asked) > 0 {
			t.Errorf("%.40q was sent", text)
		}
	}
}

// Ctrl-C is the user's, and no failure of GitHub.
func TestInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	s := serve(t, map[string][]any{sarifs: {accepted}, state: {pending}})
	c := s.client(func(o *publish.Options) {
		o.Sleep = func(ctx context.Context, _ time.Duration) error {
			stop()
			return ctx.Err()
		}
	})
	if err := c.Upload(ctx, analysis); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
