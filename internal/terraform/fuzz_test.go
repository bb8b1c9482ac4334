package terraform

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// seeds feeds every configuration of testdata to a fuzz target.
func seeds(f *testing.F, match func(name string) bool) {
	f.Helper()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if match(file.Name) {
				f.Add(file.Data)
			}
		}
	}
}

// check loads a file and fails on what no input may cause: a panic, an error that
// is not about the input, an unknown without a cause, or a scan without end.
func check(t *testing.T, dir string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	w := wantAll(map[string]string{"aws_ebs_volume": "encrypted size", "aws_security_group": "ingress", "aws_s3_bucket": "bucket versioning", "aws_iam_policy": "policy:document"})
	set, err := Load(ctx, Options{Paths: []string{dir}, Wanted: w})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range set.Gaps {
		if strings.HasPrefix(g.Why, fault) {
			t.Fatal(g.Why)
		}
	}
	for _, r := range set.Resources {
		for name, v := range r.Values.AsValueMap() {
			if v.IsKnown() {
				continue
			}
			_, marks := v.Unmark()
			if len(resource.MarksOf(marks).Causes) == 0 {
				t.Fatalf("%s.%s is unknown without a cause", r.Address, name)
			}
		}
		if r.Locate != nil {
			r.Locate.Locate([]any{"ingress", 0, "from_port"})
		}
	}
}

func FuzzConfig(f *testing.F) {
	seeds(f, func(name string) bool { return filepath.Ext(name) == ".tf" })
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, src []byte) {
		if err := os.WriteFile(filepath.Join(dir, "main.tf"), src, 0o600); err != nil {
			t.Fatal(err)
		}
		check(t, dir)
	})
}

func FuzzJSON(f *testing.F) {
	seeds(f, func(name string) bool { return filepath.Ext(name) == ".json" })
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, src []byte) {
		if err := os.WriteFile(filepath.Join(dir, "main.tf.json"), src, 0o600); err != nil {
			t.Fatal(err)
		}
		check(t, dir)
	})
}

func FuzzVariables(f *testing.F) {
	seeds(f, func(name string) bool { return filepath.Ext(name) == ".tfvars" })
	dir := f.TempDir()
	config := "variable \"x\" {\n  type = object({ a = optional(bool, true), b = list(map(string)) })\n}\nresource \"aws_ebs_volume\" \"v\" {\n  encrypted = var.x.a\n  size = var.x.b[0].c\n}\n"
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(config), 0o600); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if err := os.WriteFile(filepath.Join(dir, "terraform.tfvars"), src, 0o600); err != nil {
			t.Fatal(err)
		}
		check(t, dir)
	})
}
