package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/report"
)

// person is a social security number, which gives itself away wherever it stands, and key an AWS access key.
const person, key = "219-09-9999", "AKIAIOSFODNN7EXAMPLE"

// TestPlanted puts a person's number into everything that a user can name, and looks for it
// in every format, file, message and error.
func TestPlanted(t *testing.T) {
	work := t.TempDir()
	t.Chdir(work)
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	root := "ward-" + person
	write(filepath.Join(root, "patient-"+person+".tf"), `
variable "who" { default = "`+person+`" }
variable "unset" {}
resource "aws_db_instance" "main" {
  for_each            = toset([var.who, "`+key+`"])
  identifier          = each.key
  publicly_accessible = true
  storage_encrypted   = var.unset
  kms_key_id          = "https://user:`+key+`@example.org/"
  tags                = { "`+person+`" = "`+key+`", DataClass = "PHI", Note = var.who }
}
resource "aws_db_snapshot" "copy" {
  db_instance_identifier = aws_db_instance.main["`+person+`"].identifier
  db_snapshot_identifier = "snap-`+person+`"
}
# hipaactl:ignore HIPAA-S3-003 expires=2027-01-31 approver=@`+person+` kind=risk-acceptance reason="`+person+` asked for it"
resource "aws_s3_bucket" "b" {
  bucket = "records-`+person+`"
}
resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Principal = "*", Resource = "arn:aws:s3:::records-`+person+`/*", Sid = "`+key+`" }] })
}
module "gone" {
  source = "./modules/`+person+`"
}
`)
	write(filepath.Join(root, "broken-"+person+".tf"), "resource \"x\" {\n")
	write("waivers.yaml", `waivers:
  - {rule: HIPAA-RDS-001, resource: "aws_db_instance.main[\"`+person+`\"]", kind: false-positive, reason: "`+person+`", approver: "`+key+`", expires: 2020-01-01}
  - {rule: HIPAA-RDS-002, resource: "aws_nothing.`+person+`", kind: false-positive, reason: "`+person+`", approver: "`+key+`", expires: 2027-01-01}
`)
	args := []string{"scan", ".", "--waivers", "waivers.yaml", "--allow-incomplete"}
	for _, name := range report.Names() {
		if name != "text" && name != "asff" { // ASFF is for accounts
			args = append(args, "-f", name+"=out/"+name)
		}
	}
	write("out/.keep", "")
	env := map[string]string{"GITHUB_STEP_SUMMARY": filepath.Join(work, "out", "summary")}
	said := func(args ...string) {
		t.Helper()
		stdout, stderr, _ := invoke(t, env, args...)
		leaked(t, strings.Join(args[:2], " ")+" standard output", stdout)
		leaked(t, strings.Join(args[:2], " ")+" standard error", stderr)
		if stdout+stderr == "" {
			t.Errorf("%v said nothing", args)
		}
	}
	said(append(args, "-f", "text")...)
	said("scan", root, "-f", "json")
	said("scan", "no-"+person)
	said("scan", root, "--var", "who="+person, "--var", person+"=x")
	said("waiver", "list", "--waivers", "waivers.yaml")
	said("waiver", "check", "--waivers", "waivers.yaml")
	said("report", "out/json", "-f", "text")
	said("report", "out/json", "-f", "html")
	err := filepath.WalkDir("out", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		leaked(t, path, string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("out/json")
	if err != nil || !strings.Contains(string(text), "***-**-****") {
		t.Errorf("%v: nothing was masked, so nothing was planted", err)
	}
}

// leaked looks for what was planted.
func leaked(t *testing.T, where, text string) {
	t.Helper()
	for _, planted := range []string{person, key} {
		if at := strings.Index(text, planted); at >= 0 {
			t.Errorf("%s shows it: ...%s...", where, strings.ReplaceAll(text[max(0, at-80):min(len(text), at+40)], "\n", " "))
		}
	}
}
