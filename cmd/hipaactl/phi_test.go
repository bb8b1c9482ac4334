package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform"
)

func TestPHIFlags(t *testing.T) {
	var got phiOptions
	cmd := newPHI(fake(io.Discard, io.Discard, nil), func(_ context.Context, _ process, o phiOptions) error {
		got = o
		return nil
	})
	cmd.SetArgs([]string{
		"a", "b", "-f", "json", "--format", "mermaid=x.mmd", "--phi-tag", "K=a,b", "--not-phi-tag", "M", "--phi-name", "*-x",
		"--phi-address", `a.b["c,d"]`, "--not-phi-address", "e", "--var", "x=1", "--var-file", "v", "--source", "s", "--parallelism", "3",
		"--allow-incomplete", "-q",
	})
	if err := cmd.Execute(); err != nil {
		t.Fatal(err)
	}
	want := phiOptions{
		inputOptions: inputOptions{paths: []string{"a", "b"}, inputs: []terraform.Input{{Assignment: "x=1"}, {File: "v"}}, source: "s", parallelism: 3},
		formats:      []string{"json", "mermaid=x.mmd"}, allowIncomplete: true, quiet: true,
		markers: markerOptions{tags: []string{"K=a,b"}, notTags: []string{"M"}, names: []string{"*-x"}, addresses: []string{`a.b["c,d"]`}, notAddresses: []string{"e"}},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(phiOptions{}, inputOptions{}, markerOptions{}, configFlag{}, configFile{})); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// phiSample is one of everything that a page has to show, with names that try to break it
// and what must not be told: "pl4nted", and the forms of secrets.
func phiSample() phiPage {
	at := func(root, typ, name, key string, line int, mark resource.PHI) *resource.Resource {
		r := &resource.Resource{Root: root, Address: resource.Address{Type: typ, Name: name, Key: key}, Source: resource.Code, PHI: mark}
		r.Location.Range = hcl.Range{Filename: root + "/main.tf", Start: hcl.Pos{Line: line}}
		return r
	}
	marker := "tag DataClass = PHI"
	records := at("envs/prod", "aws_s3_bucket", "records", "", 3, resource.PHI{Mark: resource.PHIYes, Why: marker})
	step := resource.PHIStep{
		From: "aws_s3_bucket.records", To: "aws_s3_bucket.replica", Why: "objects are copied to it",
		Via: "aws_s3_bucket_replication_configuration.records rule[0].destination[0].bucket",
	}
	replica := at("envs/prod", "aws_s3_bucket", "replica", "", 9, resource.PHI{Mark: resource.PHIYes, Why: "carried from aws_s3_bucket.records (" + marker + ")", Path: []resource.PHIStep{step}})
	hostile := at("envs/prod", "aws_s3_bucket", "odd", `["a\"] --> x[\"y; end %%{init}%%\u001b`+"\x1b[2J"+`"]`, 12, resource.PHI{Mark: resource.PHIYes, Why: marker})
	patient := at("envs/prod", "aws_s3_bucket", "patient", `["123-45-6789"]`, 13, resource.PHI{Mark: resource.PHIYes, Why: marker})
	other := at("envs/prod", "aws_s3_bucket", "patient", `["987-65-4321"]`, 13, resource.PHI{Mark: resource.PHIYes, Why: marker})
	noValue := resource.Cause{Kind: resource.NotGiven, What: "var.tags", Why: "the variable has no value", File: "envs/prod/vars.tf", Line: 2, Settle: "set var.tags"}
	maybe := at("envs/prod", "aws_db_instance", "main", "", 20, resource.PHI{Mark: resource.PHIUnknown, Why: "tags or names that could decide it are unknown", Causes: []resource.Cause{noValue}})
	site := at("envs/site", "aws_s3_bucket", "site", "", 3, resource.PHI{Mark: resource.PHINo, Why: "tag DataClass names another class"})
	logs := at("envs/site", "aws_s3_bucket", "logs", "", 7, resource.PHI{})
	inline := at("envs/site", "aws_s3_bucket_logging", "site.logging[0]", "", 3, resource.PHI{})
	inline.InlineOf = site.Address
	data := at("envs/site", "aws_s3_bucket", "theirs", "", 7, resource.PHI{Mark: resource.PHIYes})
	data.Address.Data = true
	holder := at("envs/prod", "aws_s3_bucket_replication_configuration", "records", "", 15, resource.PHI{})
	set := resource.Set{
		Resources: []*resource.Resource{maybe, hostile, patient, other, records, replica, holder, data, logs, site, inline},
		Gaps:      []resource.Gap{{Kind: resource.GapModule, Root: "envs/prod", What: "module.vpc", Why: "the module is not on disk", Settle: "run terraform init", Range: hcl.Range{Filename: "envs/prod/main.tf", Start: hcl.Pos{Line: 30}}}},
	}
	key := resource.Cause{Kind: resource.NotVisible, What: "data.aws_kms_key.theirs", Why: "it is of another stack"}
	page := newPHIPage(&set, phi.Map{
		Edges: []phi.Edge{
			{From: records, To: replica, Kind: "replica", Holder: holder, Path: "rule[0].destination[0].bucket", Why: "objects are copied to it", Carried: true},
			{From: site, To: logs, Kind: "log", Holder: inline, Path: "target_bucket", Causes: []resource.Cause{noValue}, Why: "requests are logged in it"},
		},
		Open: []phi.OpenEdge{{Seen: records, Kind: "export", Holder: holder, Path: "bucket", Out: true, Cause: noValue}, {Seen: maybe, Kind: "restored", Holder: maybe, Path: "snapshot_identifier", Cause: key}},
	})
	page.Tool.Version = "v1.2.3"
	page.Sources = []finding.Source{{Kind: resource.Code, Name: "envs"}}
	return page
}

func TestPHIGolden(t *testing.T) {
	for format, name := range map[string]string{"text": "phi.txt", "json": "phi.json", "mermaid": "phi.mmd"} {
		t.Run(format, func(t *testing.T) {
			var b bytes.Buffer
			if err := phiSample().render(&b, format, repository{}, 0); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("..", "..", "testdata", "golden", name)
			if os.Getenv("HIPAACTL_UPDATE") != "" {
				if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if d := cmp.Diff(string(want), b.String()); err != nil || d != "" {
				t.Errorf("not as in %s; HIPAACTL_UPDATE=1 rewrites it: %v\n%s", file, err, d)
			}
			for _, planted := range []string{"123-45-6789", "987-65-4321", "\x1b"} {
				if strings.Contains(b.String(), planted) {
					t.Errorf("%q is told", planted)
				}
			}
		})
	}
}

func TestPHIMatchesItsSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "docs", "schema", "phi.v1.json"))
	if err != nil {
		t.Fatal(err)
	}
	for name, page := range map[string]phiPage{"sample": phiSample(), "nothing": newPHIPage(&resource.Set{}, phi.Map{})} {
		var b bytes.Buffer
		if err := page.render(&b, "json", repository{}, 0); err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPHIPathsAreNamedForTheirReader renders below a repository's root: programs get names
// from there, people from where they are.
func TestPHIPathsAreNamedForTheirReader(t *testing.T) {
	page, repo := phiSample(), repository{prefix: "infra"}
	for format, want := range map[string][]string{
		"json": {`"file": "infra/envs/prod/main.tf"`, `"root": "envs/prod"`, `"file": "infra/envs/prod/vars.tf"`},
		"text": {"envs/prod/vars.tf:2", ", root ../envs/prod"},
	} {
		var b bytes.Buffer
		if err := page.render(&b, format, repo, 200); err != nil {
			t.Fatal(err)
		}
		for _, text := range want {
			if !strings.Contains(b.String(), text) {
				t.Errorf("%s has no %s:\n%s", format, text, b.String())
			}
		}
	}
	if d := cmp.Diff(phiSample(), page, cmp.AllowUnexported(phiResource{}, phiEnd{}), cmp.Comparer(func(a, b *resource.Resource) bool { return a.Address == b.Address })); d != "" {
		t.Errorf("rendering changes the page:\n%s", d)
	}
}

func TestMermaidLabel(t *testing.T) {
	for in, want := range map[string]string{
		"aws_s3_bucket.b[0]": "aws_s3_bucket.b[0]",
		`a["x"]`:             "a[#34;x#34;]",
		"style:x#1;":         "style#58;x#35;1#59;",
		"`md` <b> & %%{}":    "#96;md#96; #60;b#62; #38; #37;#37;#123;#125;",
		"Bücher":             "Bücher",
		"a\nb\x1b":           "a#92;nb#92;x1b",
		"":                   " ",
	} {
		if got := label(in); got != want {
			t.Errorf("label(%q) = %q, want %q", in, got, want)
		}
	}
}
