package github_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hipaactl/hipaactl/internal/github"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// TestEverything reads all there is, and sends nothing but GET.
func TestEverything(t *testing.T) {
	s := serve(t, acme(nil))
	o := s.options()
	o.Repo = ""
	set := audit(t, o)
	if len(set.Gaps) > 0 {
		t.Errorf("gaps: %+v", set.Gaps)
	}
	expect(t, set, map[string]string{
		"github_repository visibility": "private", "github_repository tags_all.data-class": "PHI", "github_repository topics": "1 members",
		"github_repository security_and_analysis.0.secret_scanning.0.status": "enabled", "github_organization owners": "1",
		"github_organization two_factor_requirement_enabled": "true", "github_organization members_without_two_factor": "false",
		"github_organization_settings default_repository_permission": "read", "github_code_scanning default_setup": "configured",
		"github_code_scanning last_analysis": "2026-02-27T15:05:11Z", "github_code_scanning open_critical": "false",
		"github_repository_vulnerability_alerts enabled": "true", "github_repository_dependabot_security_updates enabled": "true",
		"github_actions_repository_permissions allowed_actions": "selected", "github_workflow_repository_permissions default_workflow_permissions": "read",
	})
	for _, a := range s.asked {
		if !strings.HasPrefix(a, "GET ") {
			t.Errorf("%s was sent", a)
		}
	}
	if want := []string{"acme/global", "acme/records"}; !slices.Equal(set.Seen.Roots, want) {
		t.Errorf("roots %q, want %q", set.Seen.Roots, want)
	}
}

// TestDenied: what a token may not see is unknown or a gap, never absent.
func TestDenied(t *testing.T) {
	refused := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Accepted-GitHub-Permissions", "administration=read")
		http.Error(w, `{"message": "Resource not accessible by personal access token"}`, http.StatusForbidden)
	})
	a := acme(nil)
	for path := range a {
		if path != "/repos/acme/records" {
			a[path] = refused
		}
	}
	set := audit(t, serve(t, a).options())
	protection := one(t, set, "github_branch_protection")
	if len(protection.Existence) != 1 || protection.Existence[0].Cause.Settle != "grant the permission administration=read" {
		t.Errorf("existence of the protection: %+v", protection.Existence)
	}
	lost := map[string]bool{}
	for _, g := range set.Gaps {
		for _, typ := range g.Types {
			lost[typ] = true
		}
		if g.Settle != "grant the permission administration=read" {
			t.Errorf("%s: settle %q", g.What, g.Settle)
		}
	}
	seen := map[string]bool{"github_repository": true}
	for _, r := range set.Resources {
		seen[r.Address.Type] = true
	}
	for _, typ := range github.Types() {
		if strings.Contains(typ, "organization") || seen[typ] || lost[typ] {
			continue
		}
		t.Errorf("nothing says that %s was not seen", typ)
	}
	expect(t, set, map[string]string{"github_repository_vulnerability_alerts enabled": "unknown", "github_code_scanning default_setup": "unknown"})
}

// TestNotProtected: that there is no protection is believed of who would see it.
func TestNotProtected(t *testing.T) {
	const missing = `404 {"message": "Not Found", "status": "404"}`
	for name, tt := range map[string]struct {
		permissions, answer string
		known               bool
	}{
		"an administrator":          {`"admin": true, "push": true`, "", true},
		"a writer":                  {`"admin": false, "push": true`, "", true},
		"a reader":                  {`"admin": false, "push": false, "pull": true`, "", false},
		"without permissions":       {``, "", false},
		"hidden from a writer":      {`"push": true`, missing, false},
		"not in the owner's plan":   {`"admin": true`, `403 {"message": "Upgrade to GitHub Pro or make this repository public to enable this feature."}`, true},
		"an empty repository":       {`"admin": true`, `404 {"message": "Branch not found"}`, false},
		"a web page of some proxy":  {`"admin": true`, `<html>`, false},
		"an answer of another form": {`"admin": true`, `[]`, false},
	} {
		t.Run(name, func(t *testing.T) {
			a := acme(answers{"/repos/acme/records": repository(tt.permissions)})
			if tt.answer != "" {
				a["/repos/acme/records/branches/main/protection"] = tt.answer
			}
			set := audit(t, serve(t, a).options("github_repository", "github_branch_protection"))
			found := slices.ContainsFunc(set.Resources, func(r *resource.Resource) bool { return r.Address.Type == "github_branch_protection" })
			if found == tt.known {
				t.Errorf("a doubtful protection stands in the set: %v, want %v; gaps %+v", found, !tt.known, set.Gaps)
			}
			if found && len(one(t, set, "github_branch_protection").Existence) != 1 {
				t.Error("it is taken for one that exists")
			}
		})
	}
}

// TestRulesets: the rules in force count, whoever sets them; those that are evaluated do not.
func TestRulesets(t *testing.T) {
	set := audit(t, serve(t, acme(answers{
		"/repos/acme/records/rules/branches/main": `[
			{"type": "deletion", "ruleset_source_type": "Organization", "ruleset_source": "acme", "ruleset_id": 42},
			{"type": "pull_request", "ruleset_source_type": "Organization", "ruleset_source": "acme", "ruleset_id": 42, "parameters": {"dismiss_stale_reviews_on_push": true, "require_code_owner_review": false, "require_last_push_approval": true, "required_approving_review_count": 2, "required_review_thread_resolution": false}},
			{"type": "required_status_checks", "ruleset_source_type": "Organization", "ruleset_source": "acme", "ruleset_id": 42, "parameters": {"required_status_checks": [{"context": "CodeQL"}], "strict_required_status_checks_policy": true}}]`,
		"/repos/acme/records/rulesets/42": `{"id": 42, "name": "baseline", "target": "branch", "source_type": "Organization", "source": "acme", "enforcement": "active",
			"bypass_actors": [{"actor_id": 5, "actor_type": "RepositoryRole", "bypass_mode": "always"}], "conditions": {"ref_name": {"include": ["~DEFAULT_BRANCH"], "exclude": []}}, "rules": []}`,
		"/repos/acme/records/rulesets": `[{"id": 42, "name": "baseline", "target": "branch", "enforcement": "active"}, {"id": 43, "name": "other branches", "target": "branch", "enforcement": "active"}, {"id": 44, "name": "tags", "target": "tag", "enforcement": "disabled"}]`,
	})).options("github_repository_ruleset"))
	expect(t, set, map[string]string{
		"github_repository_ruleset enforcement": "active", "github_repository_ruleset conditions.0.ref_name.0.include.0": "~DEFAULT_BRANCH",
		"github_repository_ruleset rules.0.deletion": "true", "github_repository_ruleset rules.0.non_fast_forward": "false",
		"github_repository_ruleset rules.0.pull_request.0.required_approving_review_count":    "2",
		"github_repository_ruleset rules.0.required_status_checks.0.required_check.0.context": "CodeQL",
		"github_repository_ruleset bypass_actors.0.actor_type":                                "RepositoryRole", "github_repository_ruleset bypass_actors.0.bypass_mode": "always",
	})
	set = audit(t, serve(t, acme(answers{
		"/repos/acme/records/rulesets": `[{"id": 42, "name": "trial", "target": "branch", "enforcement": "evaluate"}]`,
	})).options("github_repository_ruleset"))
	expect(t, set, map[string]string{"github_repository_ruleset enforcement": "evaluate", "github_repository_ruleset rules.0.deletion": "false"})
}

// TestBypassWithheld: who may not change a ruleset is not told who may bypass it.
func TestBypassWithheld(t *testing.T) {
	set := audit(t, serve(t, acme(answers{
		"/repos/acme/records/rules/branches/main": `[{"type": "deletion", "ruleset_source_type": "Repository", "ruleset_source": "acme/records", "ruleset_id": 42}]`,
		"/repos/acme/records/rulesets/42":         `{"id": 42, "name": "baseline", "target": "branch", "enforcement": "active", "current_user_can_bypass": "never"}`,
	})).options("github_repository_ruleset"))
	expect(t, set, map[string]string{"github_repository_ruleset bypass_actors": "unknown", "github_repository_ruleset rules.0.deletion": "true"})
}

// TestPages: everything is listed.
func TestPages(t *testing.T) {
	page := func(next string, hooks string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if next != "" && r.URL.Query().Get("page") == "" {
				w.Header().Set("Link", fmt.Sprintf(`<http://%s%s?per_page=100&page=2>; rel="next"`, r.Host, r.URL.Path))
			} else if r.URL.Query().Get("page") == "2" {
				hooks = strings.ReplaceAll(hooks, `"id": 1`, `"id": 2`)
			}
			_, _ = fmt.Fprint(w, hooks)
		}
	}
	set := audit(t, serve(t, acme(answers{
		"/repos/acme/records/hooks": page("2", `[{"id": 1, "active": true, "config": {"url": "https://hooks.example.com/t0ken?k=s3cret", "insecure_ssl": "0", "secret": "********"}}]`),
	})).options("github_repository_webhook"))
	if len(set.Resources) != 2 {
		t.Fatalf("%d webhooks, want 2: %+v", len(set.Resources), set.Gaps)
	}
	if got := at(t, set.Resources[0], "configuration.0.url"); got != "https://hooks.example.com/" {
		t.Errorf("url %s: what follows the host may be a secret", got)
	}
}

// TestRateLimits: limits are waited for, and the answer that comes then counts.
func TestRateLimits(t *testing.T) {
	for name, limit := range map[string]http.HandlerFunc{
		"primary": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X-RateLimit-Remaining", "0")
			w.Header().Set("X-RateLimit-Limit", "5000")
			w.Header().Set("X-RateLimit-Reset", fmt.Sprint(noon.Add(90*time.Second).Unix()))
			http.Error(w, `{"message": "API rate limit exceeded for user ID 1."}`, http.StatusForbidden)
		},
		"secondary": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "91")
			http.Error(w, `{"message": "You have exceeded a secondary rate limit.", "documentation_url": "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits"}`, http.StatusForbidden)
		},
		"secondary without a time": func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, `{"message": "You have exceeded a secondary rate limit.", "documentation_url": "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits"}`, http.StatusTooManyRequests)
		},
	} {
		t.Run(name, func(t *testing.T) {
			n := 0
			s := serve(t, acme(answers{"/repos/acme/records/keys": http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if n++; n == 1 {
					limit(w, r)
					return
				}
				_, _ = fmt.Fprint(w, `[{"id": 1, "title": "deploy", "read_only": true}]`)
			})}))
			var waited time.Duration
			now := noon
			o := s.options("github_repository_deploy_key")
			o.Now = func() time.Time { return now }
			told := false
			o.Progress = func(s github.Status) { told = told || !s.Waiting.IsZero() }
			set := audit(t, github.WithSleep(o, func(_ context.Context, d time.Duration) error {
				waited += d
				now = now.Add(d)
				return nil
			}))
			want := 91 * time.Second
			if name == "secondary without a time" {
				want = time.Minute
			}
			if waited != want || !told {
				t.Errorf("waited %s, want %s; told %v", waited, want, told)
			}
			expect(t, set, map[string]string{"github_repository_deploy_key read_only": "true"})
			if len(set.Gaps) > 0 {
				t.Errorf("gaps: %+v", set.Gaps)
			}
		})
	}
}

// TestCanceled: a run that ends while it waits says what was not read.
func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := serve(t, acme(answers{"/repos/acme/records/keys": http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "3600")
		http.Error(w, `{"message": "x", "documentation_url": "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits"}`, http.StatusForbidden)
	})}))
	result, err := github.Audit(ctx, github.WithSleep(s.options("github_repository_deploy_key"), func(ctx context.Context, _ time.Duration) error {
		cancel()
		return ctx.Err()
	}))
	if err != nil || len(result.Set.Gaps) != 1 || !strings.Contains(result.Set.Gaps[0].Why, "the run was stopped") {
		t.Errorf("%v, gaps %+v", err, result.Set.Gaps)
	}
	within, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	o := s.options("github_repository_deploy_key")
	o.Now = time.Now // the deadline is of the real clock
	result, err = github.Audit(within, o)
	if err != nil || len(result.Set.Gaps) != 1 || !strings.Contains(result.Set.Gaps[0].Why, "rate limit stayed") {
		t.Errorf("%v, gaps %+v", err, result.Set.Gaps)
	}
}

// TestRetries: what passes is tried again, and what does not is not.
func TestRetries(t *testing.T) {
	n := 0
	s := serve(t, acme(answers{"/repos/acme/records/keys": http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if n++; n < 3 {
			http.Error(w, `{"message": "Server Error"}`, http.StatusBadGateway)
			return
		}
		_, _ = fmt.Fprint(w, `[]`)
	})}))
	set := audit(t, github.WithSleep(s.options("github_repository_deploy_key"), func(context.Context, time.Duration) error { return nil }))
	if len(set.Gaps) > 0 || s.count("GET /repos/acme/records/keys") != 3 {
		t.Errorf("%d tries, gaps %+v", s.count("GET /repos/acme/records/keys"), set.Gaps)
	}
}

// TestRefused: a run of which nothing could be read is an error that says what to do.
func TestRefused(t *testing.T) {
	for name, tt := range map[string]struct {
		answers answers
		token   string
		want    string
	}{
		"no token":      {acme(nil), "", "no GitHub token"},
		"a wrong token": {answers{"/repos/acme/records": `401 {"message": "Bad credentials"}`}, "x", "expired or not valid"},
		"not there":     {answers{}, "x", "there is no such thing, or the token may not see it"},
		"no GitHub":     {answers{"/repos/acme/records": `{}`}, "x", "is --endpoint-url that of GitHub"},
		"single sign-on": {answers{"/repos/acme/records": http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X-GitHub-SSO", "required; url=https://github.com/orgs/acme/sso?authorization_request=x")
			http.Error(w, `{"message": "Resource protected by organization SAML enforcement."}`, http.StatusForbidden)
		})}, "x", "authorize the token for single sign-on"},
	} {
		t.Run(name, func(t *testing.T) {
			o := serve(t, tt.answers).options()
			o.Token = tt.token
			_, err := github.Audit(t.Context(), o)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v, want %q", err, tt.want)
			}
			var credentials *github.CredentialsError
			if errors.As(err, &credentials) != (name != "not there" && name != "no GitHub") {
				t.Errorf("%T", err)
			}
		})
	}
}

// TestRenamed: a repository that moved is read under its new name, which is said.
func TestRenamed(t *testing.T) {
	s := serve(t, nil)
	s.answers = acme(answers{"/repos/acme/old": http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, s.URL+"/api/v3/repositories/7", http.StatusMovedPermanently)
	}), "/repositories/7": repository(`"admin": true`)})
	o := s.options("github_repository")
	o.Repo = "old"
	set := audit(t, o)
	if r := one(t, set, "github_repository"); r.Root != "acme/records" || len(set.Notes) != 1 {
		t.Errorf("root %s, notes %q", r.Root, set.Notes)
	}
}

// TestToken: nobody but GitHub gets the token.
func TestToken(t *testing.T) {
	other := serve(t, answers{"/elsewhere": http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if got := r.Header.Get("Authorization"); got != "" {
			t.Errorf("another host got %q", got)
		}
		_, _ = fmt.Fprint(w, repository(`"admin": true`))
	})})
	s := serve(t, answers{"/repos/acme/records": http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if got := r.Header.Get("Authorization"); got != "Bearer ghp_synthetic" {
			t.Errorf("GitHub got %q", got)
		}
		http.Redirect(w, r, other.URL+"/elsewhere", http.StatusFound)
	})})
	audit(t, s.options("github_repository"))
}

// TestGuard: nothing that could change something leaves the process.
func TestGuard(t *testing.T) {
	s := serve(t, answers{"/x": `{}`})
	client := &http.Client{Transport: github.Guard(http.DefaultTransport)}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete} {
		r, err := http.NewRequestWithContext(t.Context(), method, s.URL+"/x", strings.NewReader("{}"))
		if err != nil {
			t.Fatal(err)
		}
		if answer, err := client.Do(r); err == nil {
			_ = answer.Body.Close()
			t.Errorf("%s was sent", method)
		}
	}
	if len(s.asked) > 0 {
		t.Errorf("%q arrived", s.asked)
	}
}
