package github_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hipaactl/hipaactl/internal/github"
	"github.com/hipaactl/hipaactl/internal/resource"
)

type gap = resource.Gap

// bent are forms of a JSON value that GitHub does not send: null among the members of each
// list, and in place of each member of an object.
func bent(v any) []any {
	var out []any
	switch v := v.(type) {
	case []any:
		out = append(out, append([]any{nil}, v...))
		for i := range v {
			for _, b := range bent(v[i]) {
				changed := slices.Clone(v)
				changed[i] = b
				out = append(out, changed)
			}
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			for _, b := range append([]any{nil}, bent(v[name])...) {
				changed := maps.Clone(v)
				changed[name] = b
				out = append(out, changed)
			}
		}
	}
	return out
}

// TestBentAnswers: whatever stands in an answer, an audit ends, and with a result.
func TestBentAnswers(t *testing.T) {
	sound := acme(nil)
	for _, path := range slices.Sorted(maps.Keys(sound)) {
		text, ok := sound[path].(string)
		var v any
		if !ok || json.Unmarshal([]byte(text), &v) != nil {
			continue
		}
		for _, b := range append([]any{nil, []any{nil}, map[string]any{}, []any{}, "text", true}, bent(v)...) {
			changed, err := json.Marshal(b)
			if err != nil {
				t.Fatal(err)
			}
			a := maps.Clone(sound)
			a[path] = string(changed)
			if _, err := github.Audit(t.Context(), serve(t, a).options()); err != nil && path != "/repos/acme/records" && !strings.HasPrefix(path, "/orgs/acme") {
				t.Errorf("%s as %.200s: %v", path, changed, err)
			}
		}
	}
}

// TestEndlessPages: a server that names the same page as the next one is not asked for ever.
func TestEndlessPages(t *testing.T) {
	for name, link := range map[string]string{"page": "page=2", "after": "after=x"} {
		a := acme(nil)
		a["/repos/acme/records/keys"] = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Link", fmt.Sprintf(`<http://%s%s?%s>; rel="next"`, r.Host, r.URL.Path, link))
			_, _ = fmt.Fprint(w, `[]`)
		})
		s := serve(t, a)
		set := audit(t, s.options())
		if n := s.count("GET /repos/acme/records/keys"); n > 3 {
			t.Errorf("%s: asked %d times", name, n)
		}
		if !slices.ContainsFunc(set.Gaps, func(g gap) bool { return strings.Contains(g.What, "keys") }) {
			t.Errorf("%s: nothing says that the keys were not read", name)
		}
	}
}

// TestLongAnswer: an answer without an end is not kept in memory.
func TestLongAnswer(t *testing.T) {
	a := acme(nil)
	a["/repos/acme/records/keys"] = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = fmt.Fprint(w, `[{"title":"`)
		for range 80 {
			if _, err := w.Write(make([]byte, 1<<20)); err != nil {
				return
			}
		}
		_, _ = fmt.Fprint(w, `"}]`)
	})
	set := audit(t, serve(t, a).options())
	if !slices.ContainsFunc(set.Gaps, func(g gap) bool { return strings.Contains(g.What, "keys") }) {
		t.Error("nothing says that the keys were not read")
	}
}

// TestTokenInTheClear: a redirect to the same host without TLS does not take the token along.
func TestTokenInTheClear(t *testing.T) {
	var sent []string
	plain := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { sent = append(sent, r.Header.Get("Authorization")) }))
	defer plain.Close()
	guard := github.GuardFor("https://"+strings.TrimPrefix(plain.URL, "http://"), "secret", http.DefaultTransport)
	client := &http.Client{Transport: guard, Timeout: 10 * time.Second}
	resp, err := client.Get(plain.URL)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	if len(sent) != 1 || sent[0] != "" {
		t.Errorf("sent %q", sent)
	}
}
