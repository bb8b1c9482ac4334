package repository_test

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/hipaactl/hipaactl/internal/repository"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// kinds are the backends of a set with their addresses; one that is not known is "?".
func kinds(set resource.Set) string {
	var out []string
	for _, r := range set.Resources {
		if r.Address.Type != repository.StateBackend {
			continue
		}
		kind := "?"
		if v, _ := r.Values.GetAttr("kind").Unmark(); v.IsKnown() {
			kind = v.AsString()
		}
		out = append(out, r.Address.Name+r.Address.Key+" "+kind)
	}
	return strings.Join(out, ", ")
}

func TestRootModules(t *testing.T) {
	root := "terraform {\n  required_version = \">= 1.9\"\n}\nprovider \"aws\" {}\nresource \"aws_s3_bucket\" \"b\" {}\n"
	bare := "provider \"aws\" {}\nresource \"aws_s3_bucket\" \"b\" {}\n"
	for archive, want := range map[string]string{
		"-- a/main.tf --\n" + root:                                   `a["none"] local`,
		"-- a/main.tf --\n" + bare:                                   `a["none"] ?`,
		"-- a/main.tf --\n" + bare + "-- a/.terraform.lock.hcl --\n": `a["none"] local`,
		"-- a/main.tf --\nresource \"aws_s3_bucket\" \"b\" {}\n":     "",
		"-- a/main.tf --\nprovider \"aws\" {}\n":                     "",
		"-- a/main.tf --\n" + root + "-- b/main.tf --\nterraform {}\nprovider \"aws\" {}\nmodule \"a\" {\n  source = \"../a\"\n}\n": `b["none"] local`,
		"-- a/main.tf --\n" + root + "-- a/terragrunt.hcl --\n":                                                                     `a["none"] ?`,
		"-- a/main.tf --\n" + root + "-- a/state.tf --\nterraform {\n  backend \"s3\" {}\n}\n":                                      `a["s3"] s3`,
		"-- a/main.tf --\n" + root + "-- a/state.tf --\nterraform { backend\n":                                                      "",
		"-- a/main.tf --\n" + root + "-- a/state.tf --\n(unreadable)\n":                                                             "",
	} {
		if got := kinds(scan(t, archive)); got != want {
			t.Errorf("%s\n got %s\nwant %s", archive, got, want)
		}
	}
}

// TestAttestedDocument: what could not be read is neither changed nor unchanged.
func TestAttestedDocument(t *testing.T) {
	file := "-- .hipaactl/attestations.yaml --\nattestations:\n  - kind: risk-analysis\n    date: 2026-01-01\n    document: a.md\n" +
		"    sha256: " + strings.Repeat("0", 64) + "\n  - kind: risk-analysis\n    date: 2025-01-01\n"
	for archive, want := range map[string]string{
		file:                                "null",
		file + "-- a.md --\nx\n":            "false",
		file + "-- a.md --\n(unreadable)\n": "unknown",
	} {
		r := find(t, scan(t, archive), repository.Attestation)
		got := "unknown"
		switch v, _ := r.Values.GetAttr("unchanged").Unmark(); {
		case v.IsNull():
			got = "null"
		case v.IsKnown() && v.False():
			got = "false"
		}
		if got != want || r.Values.GetAttr("date").AsString() != "2026-01-01T00:00:00Z" || r.Location.Range.Start.Line != 2 {
			t.Errorf("%s\n got %s, want %s; %v", archive, got, want, r.Location.Range)
		}
	}
	r := find(t, scan(t, "-- .hipaactl/attestations.yaml --\n(unreadable)\n"), repository.Attestation)
	if v, _ := r.Values.GetAttr("attested").Unmark(); v.IsKnown() {
		t.Error("an unreadable file attests something")
	}
	for _, name := range []string{"a/b_test.go", "src/test/java/X.java", "spec/models/a.rb", "web/x.spec.ts", "node_modules/a/b.js", "App.Tests/X.cs", "examples/main.tf"} {
		if !repository.ForTests(name) {
			t.Errorf("%s is taken for what runs", name)
		}
	}
	for _, name := range []string{"a/b.go", "src/main/java/Latest.java", "contest/a.py", "attest/main.go", "protest.rb"} {
		if repository.ForTests(name) {
			t.Errorf("%s is taken for a test", name)
		}
	}
}

// TestNoText: a video that is named as TypeScript is no gap, a file of attestations that is no text is.
func TestNoText(t *testing.T) {
	set := scan(t, "-- web/intro.ts --\nG\x00\n")
	if len(set.Gaps) != 0 || len(set.Notes) != 1 {
		t.Errorf("%+v %q", set.Gaps, set.Notes)
	}
	if set = scan(t, "-- .hipaactl/attestations.yaml --\nG\x00\n"); len(set.Gaps) != 1 {
		t.Errorf("%+v", set.Gaps)
	}
}

// TestLongLines: a line of megabytes, each word of which may be a find, takes no time to speak of.
func TestLongLines(t *testing.T) {
	for name, text := range map[string]string{
		"a.rb": strings.Repeat("puts ssn ssn; ", 1<<16), "a.py": strings.Repeat("print(ssn); get(x, verify=False); ", 1<<14),
		"a.sh": strings.Repeat("curl -k h; ", 1<<16),
	} {
		before := userTime(t)
		scan(t, "-- "+name+" --\n"+text)
		if took := userTime(t) - before; took > 20*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// userTime is the CPU time that this process has had: how busy a machine is does not add to it.
func userTime(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano())
}

func TestPlaces(t *testing.T) {
	set := scan(t, "-- a.py --\nx = 1\n\n  print(ssn)\n")
	r := find(t, set, repository.LogCall)
	if at := r.Location.Range.Start; at.Line != 3 || at.Column != 9 {
		t.Errorf("%+v", at)
	}
}
