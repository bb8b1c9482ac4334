package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const hubToken = "ghs_a16C7e42F292c6912E7710c838347Ae178B4"

// hub is a GitHub that takes uploads and comments, and keeps them.
type hub struct {
	*httptest.Server
	// refuse is the status and text of every answer to a POST; empty accepts it.
	refuse    string
	uploads   []map[string]string
	comments  []string
	requested int
}

func newHub(t *testing.T) *hub {
	t.Helper()
	h := &hub{}
	h.Server = httptest.NewServer(h)
	t.Cleanup(h.Close)
	return h
}

func (h *hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.requested++
	var sent map[string]string
	_ = json.NewDecoder(r.Body).Decode(&sent)
	path := strings.TrimPrefix(r.URL.Path, "/api/v3/")
	status := 0
	if _, err := fmt.Sscanf(h.refuse, "%d ", &status); err == nil && r.Method == http.MethodPost {
		w.WriteHeader(status)
		_, _ = fmt.Fprint(w, h.refuse[4:])
		return
	}
	comment := func(id int) string {
		text, _ := json.Marshal(map[string]any{"id": id, "body": h.comments[id-1], "user": map[string]string{"login": "github-actions[bot]", "type": "Bot"}})
		return string(text)
	}
	switch r.Method + " " + path {
	case "GET user":
		w.WriteHeader(http.StatusForbidden)
		_, _ = fmt.Fprint(w, `{"message": "Resource not accessible by integration"}`)
	case "POST repos/acme/records/code-scanning/sarifs":
		h.uploads = append(h.uploads, sent)
		w.WriteHeader(http.StatusAccepted)
		_, _ = fmt.Fprint(w, `{"id": "1"}`)
	case "GET repos/acme/records/code-scanning/sarifs/1":
		_, _ = fmt.Fprint(w, `{"processing_status": "complete"}`)
	case "GET repos/acme/records/issues/7/comments":
		var all []string
		for i := range h.comments {
			all = append(all, comment(i+1))
		}
		_, _ = fmt.Fprint(w, "["+strings.Join(all, ",")+"]")
	case "POST repos/acme/records/issues/7/comments":
		h.comments = append(h.comments, sent["body"])
		_, _ = fmt.Fprint(w, comment(len(h.comments)))
	case "PATCH repos/acme/records/issues/comments/1":
		h.comments[0] = sent["body"]
		_, _ = fmt.Fprint(w, comment(1))
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}

// workflow is what GitHub Actions sets on a pull request.
func (h *hub) workflow(changed map[string]string) map[string]string {
	env := map[string]string{
		"GITHUB_TOKEN": hubToken, "GITHUB_API_URL": h.URL, "GITHUB_REPOSITORY": "acme/records", "GITHUB_EVENT_NAME": "pull_request",
		"GITHUB_REF": "refs/pull/7/merge", "GITHUB_SHA": strings.Repeat("a", 40),
	}
	maps.Copy(env, changed)
	return env
}

// scannedKey is the result of a scan with one failure, about a key whose name is a patient's number.
func scannedKey(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("main.tf", "resource \"aws_kms_key\" \"k\" {\n  for_each = toset([\"536-22-8471\", \"@octocat\"])\n}\n")
	if _, stderr, code := invoke(t, nil, "scan", "--rule", "HIPAA-KMS-001", "-f", "json=result.json"); code != 1 {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	return "result.json"
}

func TestPublish(t *testing.T) {
	h := newHub(t)
	result := scannedKey(t)
	args := []string{"report", result, "--github-upload", "--github-comment", "--fail-on", "never", "-f", "json=out.json"}
	for i, want := range []string{"created", "unchanged"} {
		_, stderr, code := invoke(t, h.workflow(nil), args...)
		if code != 0 || !strings.Contains(stderr, "comment on acme/records#7 "+want) || !strings.Contains(stderr, "uploaded to code scanning of acme/records, for refs/pull/7/merge at aaaaaaaaaaaa") {
			t.Fatalf("run %d: exit %d: %s", i, code, stderr)
		}
	}
	if stdout, stderr, code := invoke(t, h.workflow(nil), "report", result, "--github-comment", "--fail-on", "critical", "-q", "-f", "json=out.json"); code != 0 || stdout+stderr != "" {
		t.Fatalf("exit %d: %s%s", code, stdout, stderr)
	}
	if _, stderr, code := invoke(t, h.workflow(nil), "report", result, "--github-comment", "--github-comment-name", "leaks", "-f", "json=out.json"); code != 1 || !strings.Contains(stderr, "created") {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	if len(h.comments) != 2 || !strings.HasPrefix(h.comments[0], "<!-- hipaactl:report -->\n") || !strings.HasPrefix(h.comments[1], "<!-- hipaactl:report leaks -->\n") {
		t.Errorf("%d comments: %.60q", len(h.comments), h.comments)
	}
	sarif := unpacked(t, h.uploads[0]["sarif"])
	if !strings.Contains(sarif, `"ruleId": "HIPAA-KMS-001"`) || h.uploads[0]["started_at"] == "" {
		t.Errorf("uploaded %.200s", sarif)
	}
	for _, text := range append(h.comments, sarif) {
		if strings.Contains(text, "8471") || strings.Contains(text, hubToken) {
			t.Errorf("a patient's number or the token was published: %s", text)
		}
	}
}

func unpacked(t *testing.T, text string) string {
	t.Helper()
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// What was not published is said and never green; a failing gate stays one.
func TestNotPublished(t *testing.T) {
	fork := `{"pull_request": {"number": 7, "head": {"repo": {"full_name": "mallory/records"}}, "base": {"repo": {"full_name": "acme/records"}}}}`
	own := strings.ReplaceAll(fork, "mallory", "acme")
	for name, tt := range map[string]struct {
		refuse, event, fail string
		code                int
		want                string
	}{
		"denied":               {`403 {"message": "Resource not accessible by integration"}`, own, "never", 3, `grant the token "security-events: write"`},
		"denied, the other":    {`403 {"message": "Resource not accessible by integration"}`, own, "never", 3, `grant the token "pull-requests: write"`},
		"from a fork":          {`403 {"message": "Resource not accessible by integration"}`, fork, "never", 3, "the pull request is from a fork, whose token can only read"},
		"the fork is gone":     {`403 {"message": "x"}`, `{"pull_request": {"number": 7, "head": {"repo": null}, "base": {"repo": {"full_name": "acme/records"}}}}`, "never", 3, "from a fork"},
		"hidden":               {`404 {"message": "Not Found"}`, own, "never", 3, "(404)"},
		"not valid":            {`422 {"message": "commit not found"}`, own, "never", 3, "commit not found (422)"},
		"where the gate trips": {`413 {"message": "Payload Too Large"}`, own, "low", 1, "no more than 10 MB"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHub(t)
			h.refuse = tt.refuse
			result := scannedKey(t)
			if err := os.WriteFile("event.json", []byte(tt.event), 0o600); err != nil {
				t.Fatal(err)
			}
			env := h.workflow(map[string]string{"GITHUB_EVENT_PATH": "event.json", "GITHUB_REF": "refs/heads/main"})
			_, stderr, code := invoke(t, env, "report", result, "--github-upload", "--github-comment", "--fail-on", tt.fail, "-f", "json=out.json", "-q")
			if code != tt.code || !strings.Contains(stderr, tt.want) || strings.Contains(stderr, hubToken) {
				t.Errorf("exit %d, want %d and %q: %s", code, tt.code, tt.want, stderr)
			}
			if _, err := os.Stat("out.json"); err != nil {
				t.Error("the documents were not written")
			}
		})
	}
}

// What the flags and the environment leave open is a mistake of usage, before anything is sent.
func TestPublishUsage(t *testing.T) {
	h := newHub(t)
	result := scannedKey(t)
	none := func(names ...string) map[string]string {
		out := map[string]string{}
		for _, name := range names {
			out[name] = ""
		}
		return out
	}
	if err := os.WriteFile("garbage.json", []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		env  map[string]string
		args string
		want string
	}{
		"no token":             {none("GITHUB_TOKEN"), "--github-upload", "no GitHub token: set GITHUB_TOKEN or GH_TOKEN"},
		"no repository":        {none("GITHUB_REPOSITORY"), "--github-comment", "no repository: name it with --github-repo"},
		"no ref":               {none("GITHUB_REF"), "--github-upload", "no ref: name what was scanned with --github-ref"},
		"no commit":            {none("GITHUB_SHA"), "--github-upload", "no commit: the results do not tell"},
		"no pull request":      {map[string]string{"GITHUB_REF": "refs/heads/main"}, "--github-comment", "no pull request: this workflow is not about one"},
		"a ref of a target":    {map[string]string{"GITHUB_EVENT_NAME": "pull_request_target"}, "--github-upload", "in a workflow on pull_request_target, GITHUB_REF and GITHUB_SHA are not what was scanned"},
		"workflow_run":         {map[string]string{"GITHUB_EVENT_NAME": "workflow_run"}, "--github-upload --github-ref refs/heads/x", "in a workflow on workflow_run"},
		"a short ref":          {nil, "--github-upload --github-ref main", "--github-ref main: want refs/heads/NAME"},
		"a ref with a newline": {map[string]string{"GITHUB_REF": "refs/heads/a\n::set-output"}, "--github-upload", "want refs/heads/NAME"},
		"a short commit":       {nil, "--github-upload --github-sha abc", "--github-sha: want the 40 hexadecimal digits"},
		"GITHUB_SHA":           {map[string]string{"GITHUB_SHA": "abc"}, "--github-upload", "GITHUB_SHA: want the 40 hexadecimal digits"},
		"a bad repository":     {nil, "--github-comment --github-repo acme", "--github-repo acme: want OWNER/REPO"},
		"a path":               {nil, "--github-comment --github-repo acme/../../user", "want OWNER/REPO"},
		"two dots":             {nil, "--github-comment --github-repo acme/..", "want OWNER/REPO"},
		"a bad number":         {nil, "--github-comment --github-pr -4", "--github-pr: -4 is no number"},
		"no number":            {nil, "--github-comment --github-pr x", "--github-pr: want a whole number"},
		"a bad name":           {nil, "--github-comment --github-comment-name -->", "--github-comment-name: want letters"},
		"no time":              {nil, "--github-comment --github-timeout 0s", "--github-timeout: 0s is no time to wait"},
		"a bad time":           {nil, "--github-comment --github-timeout soon", "--github-timeout"},
		"in the clear":         {nil, "--github-comment --endpoint-url http://github.example.com", "--endpoint-url: want https"},
		"no address":           {map[string]string{"GITHUB_API_URL": "nowhere"}, "--github-comment", "GITHUB_API_URL: not an address"},
		"no event":             {map[string]string{"GITHUB_EVENT_PATH": "nowhere.json"}, "--github-comment", "GITHUB_EVENT_PATH: there is no such file"},
		"garbage":              {map[string]string{"GITHUB_EVENT_PATH": "garbage.json"}, "--github-comment", "GITHUB_EVENT_PATH: the file holds no event"},
		"for nothing":          {nil, "--github-ref refs/heads/main", "go with --github-upload or --github-comment"},
	} {
		t.Run(name, func(t *testing.T) {
			_, stderr, code := invoke(t, h.workflow(tt.env), append([]string{"report", result, "--fail-on", "never", "-q", "-f", "json=out.json"}, strings.Fields(tt.args)...)...)
			if code != 2 || !strings.Contains(stderr, tt.want) || strings.Contains(stderr, hubToken) {
				t.Errorf("exit %d, want 2 and %q: %s", code, tt.want, stderr)
			}
		})
	}
	if h.requested != 0 {
		t.Errorf("%d requests were sent", h.requested)
	}
}

// The number of the pull request is that of the event, and a flag beats it.
func TestPullRequestNumber(t *testing.T) {
	for event, want := range map[string]int{
		`{"pull_request": {"number": 9}}`:                          9,
		`{"issue": {"number": 8, "pull_request": {"url": "x"}}}`:   8,
		`{"issue": {"number": 8}}`:                                 0,
		`{"pull_request": {"number": -9}}`:                         0,
		`{"ref": "refs/heads/main", "head_commit": {"id": "abc"}}`: 0,
	} {
		var e workflowEvent
		if err := json.Unmarshal([]byte(event), &e); err != nil || e.number() != want {
			t.Errorf("%s: %d, %v", event, e.number(), err)
		}
	}
}

// Alerts at the lines of another commit are refused.
func TestCommitOfResults(t *testing.T) {
	h := newHub(t)
	result := scannedKey(t)
	data, err := os.ReadFile(result)
	if err != nil {
		t.Fatal(err)
	}
	var r map[string]any
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	r["repository"] = map[string]string{"url": "", "revision": strings.Repeat("b", 40)}
	if data, err = json.Marshal(r); err == nil {
		err = os.WriteFile(result, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"report", result, "--github-upload", "--fail-on", "never", "-q", "-f", "json=out.json"}
	if _, stderr, code := invoke(t, h.workflow(nil), args...); code != 2 || !strings.Contains(stderr, "the results are of commit bbbbbbbbbbbb, and GITHUB_SHA is aaaaaaaaaaaa") {
		t.Errorf("exit %d: %s", code, stderr)
	}
	if _, stderr, code := invoke(t, h.workflow(map[string]string{"GITHUB_SHA": ""}), args...); code != 0 || h.uploads[0]["commit_sha"] != strings.Repeat("b", 40) {
		t.Errorf("exit %d: %s", code, stderr)
	}
	if _, stderr, code := invoke(t, h.workflow(nil), append(args, "--github-sha", strings.Repeat("c", 40))...); code != 0 || h.uploads[1]["commit_sha"] != strings.Repeat("c", 40) {
		t.Errorf("exit %d: %s", code, stderr)
	}
}
