package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fakeGitHub serves one of the fixtures of internal/github, with other answers by path.
func fakeGitHub(t *testing.T, fixture string, more map[string]http.HandlerFunc) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "github", fixture+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]struct {
		Status int
		Body   json.RawMessage
	}
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path := strings.TrimPrefix(r.URL.Path, "/api/v3")
		if answer, ok := more[path]; ok {
			answer(w, r)
			return
		}
		answer, ok := all[path+"?"+r.URL.RawQuery]
		if !ok {
			answer, ok = all[path]
		}
		if !ok {
			http.Error(w, `{"message": "Not Found"}`, http.StatusNotFound)
			return
		}
		w.WriteHeader(answer.Status)
		_, _ = w.Write(answer.Body)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

var gitHubToken = map[string]string{"GITHUB_TOKEN": "ghp_pl4nted", "GH_TOKEN": ""}

// TestAuditGitHub: a sound organization is clean, a broken one trips the gate, and what was
// kept of it says the same offline.
func TestAuditGitHub(t *testing.T) {
	sound, broken := fakeGitHub(t, "sound", nil), fakeGitHub(t, "broken", nil)
	t.Chdir(t.TempDir()) // away from the waivers of this repository, which are of another time than this run
	stdout, stderr, code := invoke(t, gitHubToken, "audit", "github", "acme", "--endpoint-url", sound, "--now", "2026-03-01T12:00:00Z")
	if code != 0 || !strings.Contains(stdout, "acme") {
		t.Errorf("sound: exit %d\n%s\n%s", code, stdout, stderr)
	}
	file := filepath.Join(t.TempDir(), "acme.json")
	stdout, stderr, code = invoke(t, gitHubToken, "audit", "github", "acme/records", "--endpoint-url", broken, "--now", "2026-03-01T12:00:00Z", "--save", file)
	if code != 1 || !strings.Contains(stdout, "HIPAA-GH-012") || strings.Contains(stdout+stderr, "pl4nted") {
		t.Errorf("broken: exit %d\n%s\n%s", code, stdout, stderr)
	}
	replayed, stderr, code := invoke(t, nil, "scan", file)
	if code != 1 || !strings.Contains(replayed, "HIPAA-GH-012") || strings.Contains(replayed, "incomplete") {
		t.Errorf("replayed: exit %d\n%s\n%s", code, replayed, stderr)
	}
}

// TestAuditGitHubDenied: what the token may not see makes the run incomplete, and says what to grant.
func TestAuditGitHubDenied(t *testing.T) {
	denied := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Accepted-GitHub-Permissions", "administration=read")
		http.Error(w, `{"message": "Resource not accessible by personal access token"}`, http.StatusForbidden)
	}
	url := fakeGitHub(t, "sound", map[string]http.HandlerFunc{"/repos/acme/records/branches/trunk/protection": denied})
	stdout, stderr, code := invoke(t, gitHubToken, "audit", "github", "acme/records", "--endpoint-url", url, "--rule", "HIPAA-GH-005")
	if code != 3 || !strings.Contains(stdout, "administration=read") {
		t.Errorf("exit %d\n%s\n%s", code, stdout, stderr)
	}
}

// TestAuditGitHubUsage: what is wrong with the flags is said before anything is sent.
func TestAuditGitHubUsage(t *testing.T) {
	for args, want := range map[string]string{
		"":                                   "want one owner or repository",
		"acme/records/x":                     "want OWNER or OWNER/REPO",
		"acme records":                       "want one owner or repository",
		"acme/records --repo web":            "acme/records is one repository",
		"acme --repo [":                      "--repo [: malformed pattern",
		"acme --visibility secret":           "--visibility secret: want public, private or internal",
		"acme --app-id 1":                    "--app-id and --app-key belong together",
		"acme --app-id 1 --app-key none.pem": "--app-key: ",
		"acme --endpoint-url github":         "--endpoint-url: want a URL",
		"acme --rule HIPAA-S3-004":           "none of the chosen rules judges settings of GitHub",
	} {
		t.Run(args, func(t *testing.T) {
			stdout, stderr, code := invoke(t, gitHubToken, append([]string{"audit", "github"}, strings.Fields(args)...)...)
			if code != 2 || stdout != "" || !strings.Contains(stderr, want) {
				t.Errorf("exit %d, want 2 and %q\nstdout: %s\nstderr: %s", code, want, stdout, stderr)
			}
		})
	}
	_, stderr, code := invoke(t, map[string]string{"GITHUB_TOKEN": "", "GH_TOKEN": ""}, "audit", "github", "acme")
	if code != 2 || !strings.Contains(stderr, "no GitHub token") {
		t.Errorf("without a token: exit %d, %s", code, stderr)
	}
}

// TestGitHubPermissions: one list for people, one for programs; the IAM policy has none of it.
func TestGitHubPermissions(t *testing.T) {
	stdout, _, code := invoke(t, nil, "policy", "permissions", "github", "--rule", "HIPAA-GH-016")
	if code != 0 || !strings.Contains(stdout, "webhooks") || strings.Contains(stdout, "contents") {
		t.Errorf("exit %d: %s", code, stdout)
	}
	stdout, _, code = invoke(t, nil, "policy", "permissions", "github", "-f", "json")
	var all []gitHubPermission
	if err := json.Unmarshal([]byte(stdout), &all); code != 0 || err != nil || len(all) < 8 {
		t.Errorf("exit %d, %v: %s", code, err, stdout)
	}
	stdout, stderr, code := invoke(t, nil, "policy", "permissions")
	if code != 0 || strings.Contains(stdout, "repos/") || strings.Contains(stderr, "HIPAA-GH") {
		t.Errorf("exit %d: %s", code, stderr)
	}
}
