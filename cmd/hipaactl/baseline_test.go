package main

import (
	"context"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestBaselineOfAnAccount: recorded from its report or its snapshot, an account trips the gate
// on what is new alone.
func TestBaselineOfAnAccount(t *testing.T) {
	open := xml(`<PublicAccessBlockConfiguration><BlockPublicAcls>false</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>` +
		`<BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>`)
	worse := xml(`<PublicAccessBlockConfiguration><BlockPublicAcls>false</BlockPublicAcls><IgnorePublicAcls>false</IgnorePublicAcls>` +
		`<BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>`)
	t.Chdir(t.TempDir())
	fake := fakeAWS{"GetPublicAccessBlock": open}
	url := fake.start(t)
	run := func(want int, args ...string) string {
		t.Helper()
		stdout, stderr, code := invoke(t, nil, args...)
		if code != want {
			t.Fatalf("%v: exit %d, want %d\n%s\n%s", args, code, want, stdout, stderr)
		}
		return stdout
	}
	audit := func(want int, more ...string) string {
		t.Helper()
		return run(want, append([]string{"audit", "aws", "--rule", "HIPAA-S3-004", "--region", "eu-west-1", "--endpoint-url", url, "-q", "--allow-incomplete"}, more...)...)
	}
	audit(1, "-f", "json=report.json", "--save", "shot.json")
	run(0, "baseline", "--from", "report.json", "--output", "b.json", "--allow-incomplete")
	run(0, "baseline", "shot.json", "--rule", "HIPAA-S3-004", "--output", "c.json", "--allow-incomplete")
	if text := audit(0, "--baseline", "b.json"); !strings.Contains(text, "0 new, 1 unchanged, 0 fixed (baseline b.json)") {
		t.Error(text)
	}
	audit(0, "--baseline", "c.json")
	run(0, "scan", "shot.json", "-q", "--rule", "HIPAA-S3-004", "--baseline", "c.json", "--allow-incomplete")
	fake["GetPublicAccessBlock"] = worse
	if text := audit(1, "--baseline", "c.json"); !strings.Contains(text, "1 new, 0 unchanged, 0 fixed (baseline c.json)") {
		t.Error(text)
	}
	delete(fake, "GetPublicAccessBlock")
	if text := audit(0, "--baseline", "c.json"); !strings.Contains(text, "0 new, 0 unchanged, 1 fixed") || !strings.Contains(text, "fixed   HIPAA-S3-004") {
		t.Error(text)
	}
	fake["GetPublicAccessBlock"] = func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusForbidden) }
	if text := audit(0, "--baseline", "c.json"); !strings.Contains(text, "1 finding of c.json could not be looked for") {
		t.Error(text)
	}
}

func TestGitEnvironment(t *testing.T) {
	got := gitEnvironment([]string{
		"HOME=/h", "GIT_DIR=/x", "GIT_INDEX_FILE=/x", "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=safe.directory", "GIT_CONFIG_PARAMETERS='a'", "GIT_SSH_COMMAND=x", "LC_ALL=de",
	})
	want := []string{
		"HOME=/h", "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=safe.directory",
		"LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_NO_REPLACE_OBJECTS=1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestPathsOfTrees(t *testing.T) {
	for name, want := range map[string]bool{
		"main.tf": true, "a/b/main.tf": true, "..a": true, ".gitignore": true,
		"../x": false, "/x": false, "a/../../x": false, ".git/config": false, "a/.GIT/config": false, `a\..\x`: false, "": false, ".": false,
	} {
		if got := isLocalPath(name); got != want {
			t.Errorf("isLocalPath(%q) = %v", name, got)
		}
	}
}

// TestRevisionRunsNothing: what a repository says about hooks, filters, text conversion and
// file system monitors runs no program, and an interrupt leaves no file behind.
func TestRevisionRunsNothing(t *testing.T) {
	program, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed")
	}
	repo, temporary := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Chdir(repo)
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	git := func(args ...string) {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), program, append([]string{"-c", "user.name=a", "-c", "user.email=a@example.com"}, args...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	git("init", "-q", "-b", "main", ".")
	write("main.tf", "resource \"aws_ebs_volume\" \"v\" {\n  encrypted = false\n}\n")
	git("add", "main.tf")
	git("commit", "-q", "-m", "base")
	ran := filepath.Join(t.TempDir(), "ran")
	evil := "touch " + ran
	write("evil", "#!/bin/sh\n"+evil+"\n")
	for _, hook := range []string{"post-checkout", "pre-commit", "reference-transaction", "post-index-change"} {
		write(filepath.Join(".git", "hooks", hook), "#!/bin/sh\n"+evil+"\n")
	}
	write(".gitattributes", "* filter=evil diff=evil\n")
	for key, value := range map[string]string{
		"filter.evil.smudge": evil, "filter.evil.clean": evil, "diff.evil.textconv": evil, "diff.external": filepath.Join(repo, "evil"),
		"core.fsmonitor": filepath.Join(repo, "evil"), "core.pager": evil, "core.editor": evil, "core.sshCommand": evil, "credential.helper": "!" + evil,
	} {
		git("config", key, value)
	}
	if stdout, stderr, code := invoke(t, nil, "scan", "--rule", "HIPAA-EC2-002", "--new-since", "main"); code != 0 || !strings.Contains(stdout, "unchanged, 0 fixed (since main)") {
		t.Errorf("exit %d\n%s\n%s", code, stdout, stderr)
	}
	if _, err := os.Stat(ran); err == nil {
		t.Error("something of the repository ran")
	}

	for _, after := range []time.Duration{time.Millisecond, 20 * time.Millisecond, 60 * time.Millisecond} {
		ctx, cancel := context.WithTimeoutCause(t.Context(), after, context.Canceled)
		var out, errs strings.Builder
		Main(ctx, fake(&out, &errs, nil, "scan", "--new-since", "main"))
		cancel()
	}
	if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
