package github_test

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/hipaactl/hipaactl/internal/github"
)

// several are repositories of acme as a listing shows them.
const several = `[
	{"name": "records", "private": true, "visibility": "private", "topics": ["phi"], "owner": {"login": "acme"}},
	{"name": "ehr-web", "private": true, "visibility": "internal", "fork": true, "owner": {"login": "acme"}},
	{"name": "website", "private": false, "visibility": "public", "archived": true, "owner": {"login": "acme"}}]`

// organization are the answers about several repositories.
func organization(private int) answers {
	a := acme(answers{"/orgs/acme/repos": several, "/orgs/acme": fmt.Sprintf(`{"login": "acme", "total_private_repos": %d}`, private)})
	for _, name := range []string{"ehr-web", "website"} {
		a["/repos/acme/"+name] = strings.ReplaceAll(repository(`"admin": true`), "records", name)
	}
	return a
}

func TestFilter(t *testing.T) {
	for name, tt := range map[string]struct {
		filter github.Filter
		want   string
	}{
		"everything":    {github.Filter{}, "ehr-web records website"},
		"names":         {github.Filter{Names: []string{"EHR-*", "web*"}}, "ehr-web website"},
		"a visibility":  {github.Filter{Visibility: "internal"}, "ehr-web"},
		"a topic":       {github.Filter{Topic: "phi"}, "records"},
		"not archived":  {github.Filter{NoArchived: true}, "ehr-web records"},
		"without forks": {github.Filter{Source: true}, "records website"},
	} {
		t.Run(name, func(t *testing.T) {
			o := serve(t, organization(2)).options("github_repository")
			o.Repo, o.Filter = "", tt.filter
			set := audit(t, o)
			var got []string
			for _, r := range set.Resources {
				got = append(got, r.Address.Name)
			}
			if slices.Sort(got); strings.Join(got, " ") != tt.want || len(set.Gaps) > 0 {
				t.Errorf("%q, want %s; gaps %+v", got, tt.want, set.Gaps)
			}
		})
	}
}

// TestHiddenRepositories: a token that sees less than there is makes the run incomplete.
func TestHiddenRepositories(t *testing.T) {
	o := serve(t, organization(5)).options("github_repository")
	o.Repo = ""
	set := audit(t, o)
	if len(set.Gaps) != 1 || !strings.Contains(set.Gaps[0].Why, "3 private repositories of the organization were not listed") {
		t.Errorf("gaps %+v", set.Gaps)
	}
}

// TestLostRepository: one that cannot be read is named, and the others are read.
func TestLostRepository(t *testing.T) {
	a := organization(2)
	a["/repos/acme/ehr-web"] = `451 {"message": "Repository access blocked"}`
	o := serve(t, a).options("github_repository")
	o.Repo = ""
	result, err := github.Audit(t.Context(), o)
	if err != nil || len(result.Set.Resources) != 2 || len(result.Set.Gaps) != 1 || result.Set.Gaps[0].Root != "acme/ehr-web" {
		t.Errorf("%v, %d resources, gaps %+v", err, len(result.Set.Resources), result.Set.Gaps)
	}
}

// TestBounded: no more calls are under way than were asked for.
func TestBounded(t *testing.T) {
	var mu sync.Mutex
	now, most := 0, 0
	s := serve(t, organization(2))
	inner := s.Config.Handler
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		now++
		most = max(most, now)
		mu.Unlock()
		time.Sleep(2 * time.Millisecond)
		inner.ServeHTTP(w, r)
		mu.Lock()
		now--
		mu.Unlock()
	})
	o := s.options()
	o.Repo, o.Parallelism = "", 2
	audit(t, o)
	if most != 2 {
		t.Errorf("%d calls at a time, want 2", most)
	}
}

// TestApp: an App signs its own name, and reads with the token that it gets for that. The
// request for the token is the only one that is not GET.
func TestApp(t *testing.T) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	signed := func(then string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			text := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
			claims := jwt.RegisteredClaims{}
			_, err := jwt.ParseWithClaims(text, &claims, func(*jwt.Token) (any, error) { return &key.PublicKey, nil },
				jwt.WithTimeFunc(func() time.Time { return noon }), jwt.WithValidMethods([]string{"RS256"}))
			if err != nil || claims.Issuer != "12345" || claims.ExpiresAt.Sub(noon) > 10*time.Minute {
				http.Error(w, `{"message": "A JSON web token could not be decoded"}`, http.StatusUnauthorized)
				return
			}
			_, _ = fmt.Fprint(w, then)
		}
	}
	a := acme(answers{
		"/orgs/acme/installation":             signed(`{"id": 99}`),
		"/app/installations/99/access_tokens": signed(`{"token": "ghs_synthetic", "expires_at": "2026-03-01T13:00:00Z"}`),
		"/repos/acme/records": http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if got := r.Header.Get("Authorization"); got != "Bearer ghs_synthetic" {
				t.Errorf("read with %q", got)
			}
			_, _ = fmt.Fprint(w, repository(``))
		}),
	})
	s := serve(t, a)
	o := s.options("github_repository", "github_branch_protection")
	o.Token, o.App = "", &github.App{ID: "12345", Key: pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)})}
	set := audit(t, o)
	if len(set.Resources) != 1 || len(set.Gaps) > 0 {
		t.Errorf("%d resources, want the repository alone, as nothing protects it; gaps %+v", len(set.Resources), set.Gaps)
	}
	for _, sent := range s.asked {
		if !strings.HasPrefix(sent, "GET ") && sent != "POST /app/installations/99/access_tokens" {
			t.Errorf("%s was sent", sent)
		}
	}
	if n := s.count("POST /app/installations/99/access_tokens"); n != 1 {
		t.Errorf("%d tokens were made, want 1", n)
	}
	var credentials *github.CredentialsError
	o.App = &github.App{ID: "54321", Key: o.App.Key}
	if _, err := github.Audit(t.Context(), o); !errors.As(err, &credentials) || !strings.Contains(err.Error(), "--app-id and --app-key belong together") {
		t.Errorf("another App: %v", err)
	}
	o.App = &github.App{ID: "12345", Key: []byte("pl4nted")}
	if _, err := github.Audit(t.Context(), o); !errors.As(err, &credentials) || strings.Contains(err.Error(), "pl4nted") {
		t.Errorf("no key: %v", err)
	}
}
