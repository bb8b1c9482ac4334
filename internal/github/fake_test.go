package github_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/github"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// answers are what a fake GitHub says, by path, or by path and query where that decides: a
// text with status 200, or "STATUS text", or a handler.
type answers map[string]any

// server is a fake GitHub.
type server struct {
	*httptest.Server
	answers answers

	mu sync.Mutex
	// asked are the requests, with their methods, in the order in which they came.
	asked []string
}

func serve(t *testing.T, a answers) *server {
	t.Helper()
	s := &server{answers: a}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path := strings.TrimPrefix(r.URL.Path, "/api/v3")
	s.mu.Lock()
	s.asked = append(s.asked, r.Method+" "+path)
	answer, ok := s.answers[path+"?"+r.URL.RawQuery]
	if !ok {
		answer, ok = s.answers[path]
	}
	s.mu.Unlock()
	if handle, is := answer.(http.HandlerFunc); is {
		handle(w, r)
		return
	}
	text, _ := answer.(string)
	status := http.StatusOK
	if !ok {
		status, text = http.StatusNotFound, `{"message": "Not Found", "documentation_url": "https://docs.github.com/rest", "status": "404"}`
	}
	if _, err := fmt.Sscanf(text, "%3d ", &status); err == nil {
		text = text[4:]
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("X-GitHub-Request-Id", "C0DE:1:2:3:4")
	w.WriteHeader(status)
	_, _ = fmt.Fprint(w, text)
}

// count is how often something was asked.
func (s *server) count(request string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, a := range s.asked {
		if a == request {
			n++
		}
	}
	return n
}

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// options are those of an audit of acme/records at the server.
func (s *server) options(types ...string) github.Options {
	if len(types) == 0 {
		types = github.Types()
	}
	w := resource.Wanted{}
	for _, typ := range types {
		w.Add(typ, &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{}})
	}
	return github.Options{Wanted: w, Owner: "acme", Repo: "records", Token: "ghp_synthetic", EndpointURL: s.URL, Now: func() time.Time { return noon }}
}

func audit(t *testing.T, o github.Options) resource.Set {
	t.Helper()
	result, err := github.Audit(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return result.Set
}

// one is the only resource of a type.
func one(t *testing.T, s resource.Set, typ string) *resource.Resource {
	t.Helper()
	var found []*resource.Resource
	for _, r := range s.Resources {
		if r.Address.Type == typ {
			found = append(found, r)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d of %s, want 1; gaps %+v", len(found), typ, s.Gaps)
	}
	return found[0]
}

// at is the value at a path of names and indices, "rules.0.deletion".
func at(t *testing.T, r *resource.Resource, path string) string {
	t.Helper()
	v := r.Values
	for step := range strings.SplitSeq(path, ".") {
		v, _ = v.Unmark()
		switch {
		case !v.IsKnown():
			return "unknown"
		case v.Type().IsObjectType() && v.Type().HasAttribute(step):
			v = v.GetAttr(step)
		case v.Type().IsTupleType() && step == "0" && v.LengthInt() > 0:
			v = v.Index(cty.NumberIntVal(0))
		default:
			return "missing"
		}
	}
	v, _ = v.Unmark()
	switch {
	case !v.IsKnown():
		return "unknown"
	case v.IsNull():
		return "null"
	case v.Type() == cty.String:
		return v.AsString()
	case v.Type() == cty.Bool:
		return fmt.Sprint(v.True())
	case v.Type() == cty.Number:
		return v.AsBigFloat().String()
	case v.Type().IsTupleType():
		return fmt.Sprintf("%d members", v.LengthInt())
	}
	return v.GoString()
}

// expect compares values by "TYPE PATH".
func expect(t *testing.T, s resource.Set, want map[string]string) {
	t.Helper()
	for key, value := range want {
		typ, path, _ := strings.Cut(key, " ")
		if got := at(t, one(t, s, typ), path); got != value {
			t.Errorf("%s: %s, want %s", key, got, value)
		}
	}
}

// acme are the answers of a repository of an organization, as its administrator gets them,
// in the shapes of https://docs.github.com/rest. Nothing is protected.
func acme(more answers) answers {
	out := answers{
		"/users/acme":         `{"login": "acme", "id": 1, "type": "Organization"}`,
		"/orgs/acme":          `{"login": "acme", "id": 1, "total_private_repos": 1, "default_repository_permission": "read", "two_factor_requirement_enabled": true}`,
		"/orgs/acme/repos":    `[{"id": 7, "name": "records", "full_name": "acme/records", "private": true, "archived": false, "fork": false, "visibility": "private", "owner": {"login": "acme"}}]`,
		"/repos/acme/records": repository(`"admin": true, "push": true, "pull": true`),
		"/repos/acme/records/branches/main/protection": `404 {"message": "Branch not protected", "documentation_url": "https://docs.github.com/rest/branches/branch-protection#get-branch-protection", "status": "404"}`,
		"/repos/acme/records/rules/branches/main":      `[]`, "/repos/acme/records/rulesets": `[]`, "/repos/acme/records/contents": `[]`,
		"/repos/acme/records/secret-scanning/alerts": `[]`, "/repos/acme/records/vulnerability-alerts": `204 `,
		"/repos/acme/records/automated-security-fixes": `{"enabled": true, "paused": false}`, "/repos/acme/records/dependabot/alerts": `[]`,
		"/repos/acme/records/code-scanning/default-setup": `{"state": "configured", "languages": ["go"], "query_suite": "default"}`,
		"/repos/acme/records/code-scanning/analyses":      `[{"ref": "refs/heads/main", "created_at": "2026-02-27T15:05:11Z"}]`, "/repos/acme/records/code-scanning/alerts": `[]`,
		"/repos/acme/records/collaborators": `[]`, "/repos/acme/records/keys": `[]`, "/repos/acme/records/environments": `{"total_count": 0, "environments": []}`,
		"/repos/acme/records/actions/permissions":          `{"enabled": true, "allowed_actions": "selected", "selected_actions_url": "x"}`,
		"/repos/acme/records/actions/permissions/workflow": `{"default_workflow_permissions": "read", "can_approve_pull_request_reviews": false}`,
		"/orgs/acme/actions/permissions":                   `{"enabled_repositories": "all", "allowed_actions": "selected"}`,
		"/orgs/acme/actions/permissions/workflow":          `{"default_workflow_permissions": "read", "can_approve_pull_request_reviews": false}`,
		"/repos/acme/records/hooks":                        `[]`, "/orgs/acme/hooks": `[]`, "/orgs/acme/members": `[{"login": "owner", "id": 2}]`,
		"/orgs/acme/members?filter=2fa_disabled&per_page=1": `[]`,
	}
	for path, answer := range more {
		out[path] = answer
	}
	return out
}

func repository(permissions string, more ...string) string {
	return `{"id": 7, "node_id": "R_7", "name": "records", "full_name": "acme/records", "private": true, "archived": false, "fork": false, "visibility": "private",
		"allow_forking": false, "default_branch": "main", "topics": ["phi"], "custom_properties": {"data-class": "PHI"}, "owner": {"login": "acme", "type": "Organization"},
		"security_and_analysis": {"secret_scanning": {"status": "enabled"}, "secret_scanning_push_protection": {"status": "enabled"}},
		"permissions": {` + permissions + `}` + strings.Join(more, "") + `}`
}
