package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

func TestMasked(t *testing.T) {
	tests := map[string]string{
		`  acl = "public-read"`:                             `  acl = "public-read"`,
		`resource "aws_secretsmanager_secret" "password" {`: `resource "aws_secretsmanager_secret" "password" {`,
		`  password = "hunter2"`:                            `  password = "***"`,
		`  MasterPassword = "hunter2" # "old one"`:          `  MasterPassword = "***"`,
		`  "password": "hunter2",`:                          `  "password": "***",`,
		`  db_password = var.password`:                      `  db_password = var.password`,
		`  env = { A = "x", API_KEY = "k" }`:                `  env = { A = "***" }`,
		`  user_data = "${join("", ["hun", "ter2"])}"`:      `  user_data = "***"`,
		`  token = "unclosed`:                               `  token = "***"`,
		`  http_tokens = "optional"`:                        `  http_tokens = "optional"`,
		`  url = "postgres://app:hunter2@db/x"`:             `  url = "postgres://***@db/x"`,
		`  key = "AKIAIOSFODNN7EXAMPLE"`:                    `  key = "***"`,
		`  x = "` + strings.Repeat("a", 400) + `"`:          `… (a long line)`,
		`  password = var.x ? "hunter2" : "hunter3"`:        `  password = var.x ? "***"`,
		`  token_is = f(x, "hunter2" == y)`:                 `  token_is = f(x, "***" == y)`,
		`  access_key = ""`:                                 `  access_key = "***"`,
		`  private_key = "a\"b"`:                            `  private_key = "***"`,
		`  db_password = var.password # was hunter2`:        `  db_password = var.password`,
		`  # password: hunter2`:                             ``,
	}
	for in, want := range tests {
		if got := masked(in, false); got != want {
			t.Errorf("masked(%s)\n got %s\nwant %s", in, got, want)
		}
	}
	if got := masked(`  value = "hunter2"`, true); got != `  value = "***"` {
		t.Errorf("evidence is hidden and its line is not: %s", got)
	}
}

// FuzzMasked plants a secret as the value of an attribute that sounds like one.
func FuzzMasked(f *testing.F) {
	f.Add("  ", " = ", " # x")
	f.Add(`{ "a": "b", `, `": "`, `"`)
	f.Fuzz(func(t *testing.T, before, between, after string) {
		if strings.ContainsAny(before+between+after, "\n\x00") || strings.Contains(before+between+after, "pl4nted") {
			t.Skip("not one line")
		}
		if strings.Count(before, `"`)%2 != 0 {
			t.Skip("the value is not where a string begins")
		}
		line := before + `password = "pl4nted"` + after
		if got := masked(line, false); strings.Contains(got, "pl4nted") {
			t.Errorf("masked(%q) = %q", line, got)
		}
	})
}

func TestExcerpt(t *testing.T) {
	lines := strings.Split("a {\n b = 1\n c = 2\n}\n", "\n")
	at := finding.Location{File: "x.tf", Line: 1}
	inside := finding.Location{File: "x.tf", Line: 2}
	head := finding.Line{Number: 1, Text: "a {"}
	b := finding.Line{Number: 2, Text: " b = 1", Offending: true}
	c := finding.Line{Number: 3, Text: " c = 2", Offending: true}
	tests := []struct {
		name     string
		at       finding.Location
		evidence []finding.Evidence
		want     []finding.Line
	}{
		{"attribute", at, []finding.Evidence{{File: "x.tf", Line: 3}}, []finding.Line{head, c}},
		{"attribute that is the place itself", inside, []finding.Evidence{{File: "x.tf", Line: 2}}, []finding.Line{head, b}},
		{"place beside the attribute", inside, []finding.Evidence{{File: "x.tf", Line: 3}}, []finding.Line{head, {Number: 2, Text: " b = 1"}, c}},
		{"absent attribute", at, []finding.Evidence{{File: "x.tf", Line: 1}}, []finding.Line{{Number: 1, Text: "a {", Offending: true}}},
		{"no evidence", inside, nil, []finding.Line{head, b}},
		{"sorted, once, in this file", at, []finding.Evidence{{File: "x.tf", Line: 3}, {File: "x.tf", Line: 2}, {File: "x.tf", Line: 3}, {File: "y.tf", Line: 4}}, []finding.Line{head, b, c}},
		{"beyond the file", at, []finding.Evidence{{File: "x.tf", Line: 99}}, []finding.Line{head}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, excerpt(lines, 1, tt.at, tt.evidence)); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
	var many []finding.Evidence
	for i := range 100 {
		many = append(many, finding.Evidence{File: "x.tf", Line: 2 + i})
	}
	if got := excerpt(make([]string, 200), 1, at, many); len(got) != 1+maxExcerptLines {
		t.Errorf("an excerpt of %d lines", len(got))
	}
}

func TestExcerptsOnlyOfConfiguration(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"plan.json", "main.tf"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("one\r\ntwo\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all := []finding.Finding{
		{Status: finding.Fail, Location: finding.Location{File: filepath.Join(dir, "main.tf"), Line: 1}},
		{Status: finding.Fail, Location: finding.Location{File: filepath.Join(dir, "plan.json"), Line: 1}},
		{Status: finding.Pass, Location: finding.Location{File: filepath.Join(dir, "main.tf"), Line: 1}},
		{Status: finding.Fail, Location: finding.Location{File: filepath.Join(dir, "gone.tf"), Line: 1}},
		{Status: finding.Fail, Location: finding.Location{File: dir, Line: 1}},
	}
	excerpts(all, &resource.Set{})
	for i, f := range all {
		if want := i == 0; (len(f.Location.Excerpt) > 0) != want {
			t.Errorf("finding %d: %v", i, f.Location.Excerpt)
		}
	}
	if got := all[0].Location.Excerpt[0].Text; got != "one" {
		t.Errorf("got %q", got)
	}
}

func writing(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.json")
	for _, text := range []string{"first", "second"} {
		if err := writeFile(name, asUmask, writing(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != text {
			t.Errorf("got %q, %v", got, err)
		}
	}
	link := filepath.Join(dir, "link.json")
	if err := os.Symlink(name, link); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(link, asUmask, writing("third")); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(name); err != nil || string(got) != "third" {
		t.Errorf("the link was replaced instead of what it names: %q, %v", got, err)
	}
	if err := writeFile(os.DevNull, asUmask, writing("x")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("%s was replaced", os.DevNull)
	}
	err := writeFile(filepath.Join(dir, "none", "x"), asUmask, writing("x"))
	if err == nil || err.Error() != "write "+filepath.Join(dir, "none", "x")+": no such file or directory" {
		t.Errorf("got %v", err)
	}
	err = writeFile(name, asUmask, func(w io.Writer) error { return errors.Join(writing("half")(w), errors.New("no more")) })
	if err == nil || err.Error() != "write "+name+": no more" {
		t.Errorf("got %v", err)
	}
	if got, err := os.ReadFile(name); err != nil || string(got) != "third" {
		t.Errorf("half a report replaced a whole one: %q, %v", got, err)
	}
	if err := writeFile(name, onlyOwner, writing("evidence")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("what is for its owner alone is %v, %v", info.Mode(), err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 2 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestRepository(t *testing.T) {
	here := repository{prefix: "infra/aws"}
	for file, want := range map[string]string{
		"main.tf": "infra/aws/main.tf", "../x.tf": "infra/x.tf", "../../../y.tf": "../y.tf", "/abs.tf": "/abs.tf", "": "", ".": "infra/aws",
	} {
		if got := here.fromRoot(file); got != want {
			t.Errorf("fromRoot(%q) = %q, want %q", file, got, want)
		}
		if back := here.fromHere(want); back != file {
			t.Errorf("fromHere(%q) = %q, want %q", want, back, file)
		}
	}
	if got := (repository{}).fromRoot("a/b.tf"); got != "a/b.tf" {
		t.Errorf("outside of a repository: %q", got)
	}
}

func TestRenameLeavesTheOriginal(t *testing.T) {
	f := finding.Finding{Location: finding.Location{File: "f", Callers: []finding.Place{{File: "f"}}}, Causes: []finding.Cause{{File: "f"}}, Evidence: []finding.Evidence{{File: "f"}}, Resource: finding.Resource{Root: "r"}}
	r := finding.Report{Findings: []finding.Finding{f}, Gaps: []finding.Gap{{Root: "r", File: "f", What: "f"}}, Coverage: finding.Coverage{Roots: []string{"r"}}}
	got := rename(r, func(s string) string { return s + "1" }, func(s string) string { return s + "2" })
	want := finding.Report{Findings: []finding.Finding{{
		Location: finding.Location{File: "f1", Callers: []finding.Place{{File: "f1"}}}, Causes: []finding.Cause{{File: "f1"}}, Evidence: []finding.Evidence{{File: "f1"}}, Resource: finding.Resource{Root: "r2"},
	}}, Gaps: []finding.Gap{{Root: "r2", File: "f1", What: "f1"}}, Coverage: finding.Coverage{Roots: []string{"r2"}}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if r.Findings[0].Location.File != "f" || r.Findings[0].Causes[0].File != "f" || r.Gaps[0].File != "f" || r.Coverage.Roots[0] != "r" || r.Findings[0].Evidence[0].File != "f" {
		t.Error("the original changed")
	}
}

func TestSources(t *testing.T) {
	set := &resource.Set{Resources: []*resource.Resource{{Source: resource.Plan}}}
	got := sources([]string{"envs", "x.tf.json", "plan.json", "-"}, set)
	want := []finding.Source{{Kind: "code", Name: "envs"}, {Kind: "code", Name: "x.tf.json"}, {Kind: "plan", Name: "plan.json"}, {Kind: "plan", Name: "-"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if got := sources(nil, &resource.Set{}); got[0].Name != "." || got[0].Kind != resource.Code {
		t.Errorf("got %v", got)
	}
}
