package terraform

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// wantAll makes the evaluator evaluate everything that the types of a test case declare.
func wantAll(types map[string]string) resource.Wanted {
	w := resource.Wanted{}
	for typ, attrs := range types {
		s := &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{}}
		for _, declared := range strings.Fields(attrs) {
			name, kind, _ := strings.Cut(declared, ":")
			if kind == "" {
				kind = string(resource.Any)
			}
			s.Attrs[name] = &resource.Shape{Kind: resource.Kind(kind)}
		}
		w[typ] = s
	}
	return w
}

// TestLoad runs testdata/*.txtar: configuration, and how the set must look. The
// archive's comment may hold lines "wanted TYPE ATTR[:KIND]...", "var NAME=VALUE",
// "env NAME=VALUE" and "path DIR". UPDATE=1 rewrites what is wanted.
func TestLoad(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test cases: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { runCase(t, name) })
	}
}

func runCase(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	want := ""
	for _, f := range archive.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		path := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	opts := caseOptions(t, string(archive.Comment))
	t.Chdir(dir)
	set, err := Load(context.Background(), opts)
	got := dump(set)
	if err != nil {
		got = "error: " + err.Error() + "\n"
	}
	if os.Getenv("UPDATE") != "" {
		t.Chdir(filepath.Dir(mustAbs(t, name)))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the set differs (-want +got):\n%s", diff)
		if os.Getenv("UPDATE") != "" {
			rewrite(t, name, archive, got)
		}
	}
}

var start, _ = os.Getwd()

func mustAbs(t *testing.T, name string) string {
	t.Helper()
	return filepath.Join(start, name)
}

func rewrite(t *testing.T, name string, a *txtar.Archive, got string) {
	t.Helper()
	out := &txtar.Archive{Comment: a.Comment}
	for _, f := range a.Files {
		if f.Name != "want" {
			out.Files = append(out.Files, f)
		}
	}
	out.Files = append(out.Files, txtar.File{Name: "want", Data: []byte(got)})
	if err := os.WriteFile(mustAbs(t, name), txtar.Format(out), 0o600); err != nil {
		t.Fatal(err)
	}
}

func caseOptions(t *testing.T, comment string) Options {
	t.Helper()
	var opts Options
	env := map[string]string{}
	types := map[string]string{
		"aws_s3_bucket": "bucket", "aws_ebs_volume": "encrypted kms_key_id size availability_zone", "aws_s3_bucket_policy": "bucket policy",
		"aws_s3_bucket_public_access_block": "bucket block_public_acls", "aws_security_group": "name ingress",
	}
	for line := range strings.Lines(comment) {
		verb, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch verb {
		case "wanted":
			typ, attrs, _ := strings.Cut(rest, " ")
			types[typ] = attrs
		case "var":
			opts.Inputs = append(opts.Inputs, Input{Assignment: rest})
		case "varfile":
			opts.Inputs = append(opts.Inputs, Input{File: rest})
		case "env":
			name, value, _ := strings.Cut(rest, "=")
			env[name] = value
		case "path":
			opts.Paths = append(opts.Paths, rest)
		}
	}
	opts.Wanted = wantAll(types)
	opts.Getenv = func(name string) string { return env[name] }
	return opts
}
