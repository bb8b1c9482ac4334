package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// flawed is configuration with violations of several kinds: of attributes, of blocks in a
// list, of companions, of documents, of what is missing, of instances and of modules.
const flawed = `
variable "port" {
  default = 22
}

resource "aws_security_group" "web" {
  name = "web"
  ingress {
    from_port   = var.port
    to_port     = var.port
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
  }
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "front" {
  name = "front"
}

resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.front.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/a/1"
  }
}

resource "aws_iam_policy" "all" {
  name = "all"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::a/*" },
      { Effect = "Allow", Action = "*", Resource = "*" },
    ]
  })
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket_public_access_block" "logs" {
  bucket                  = aws_s3_bucket.logs.id
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = false
}

resource "aws_ebs_volume" "data" {
  for_each          = toset(["a", "b"])
  availability_zone = "us-east-1a"
  encrypted         = false
}

module "db" {
  source = "./db"
}
`

const flawedModule = `
variable "days" {
  default = 1
}
resource "aws_db_instance" "main" {
  identifier              = "main"
  storage_encrypted       = false
  backup_retention_period = var.days
}
`

// stack is a root module: its files by name.
type stack map[string]string

func base() stack { return stack{"main.tf": flawed, "db/main.tf": flawedModule} }

// edit is the stack with a text of a file replaced, which must be there.
func (s stack) edit(t *testing.T, file, old, text string) stack {
	t.Helper()
	if !strings.Contains(s[file], old) {
		t.Fatalf("%s does not hold %q", file, old)
	}
	out := maps.Clone(s)
	out[file] = strings.Replace(s[file], old, text, 1)
	return out
}

// reportOn scans the stack, written below the directory of a repository, and returns the report.
func reportOn(t *testing.T, s stack, dir string, args ...string) finding.Report {
	t.Helper()
	repo := t.TempDir()
	if err := os.Mkdir(filepath.Join(repo, ".git"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range s {
		file := filepath.Join(repo, dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	stdout, stderr, _ := invoke(t, nil, append([]string{"scan", "--config", "none", "-q", "-f", "json", filepath.Join(repo, dir)}, args...)...)
	var r finding.Report
	if err := json.Unmarshal([]byte(stdout), &r); err != nil {
		t.Fatalf("no report: %v\n%s", err, stderr)
	}
	return r
}

// prints are the fingerprints of what fails and of what is unknown, with what each is about.
func prints(r finding.Report) map[string]string {
	out := map[string]string{}
	for _, f := range r.Findings {
		if f.Status == finding.Fail || f.Status == finding.Unknown {
			out[f.Fingerprint] = strings.TrimSpace(f.Rule+" "+f.Assertion) + " " + f.Resource.Address
		}
	}
	return out
}

// missing lists what one report has and another has not, by fingerprint.
func missing(from, in map[string]string) []string {
	var out []string
	for print, about := range from {
		if in[print] == "" {
			out = append(out, about)
		}
	}
	slices.Sort(out)
	return out
}

func TestFingerprintsHold(t *testing.T) {
	s := base()
	want := prints(reportOn(t, s, "infra"))
	if len(want) < 15 {
		t.Fatalf("only %d findings: %v", len(want), want)
	}
	first, rest, _ := strings.Cut(flawed, "resource \"aws_lb\" \"front\"")
	for name, changed := range map[string]stack{
		"comments and blank lines": s.edit(t, "main.tf", "  name = \"web\"\n", "\n  # the front\n  name = \"web\" // web\n\n\n"),
		"spaces":                   s.edit(t, "main.tf", "cidr_blocks = [\"10.0.0.0/8\", \"0.0.0.0/0\"]", "cidr_blocks=[\n\"10.0.0.0/8\",\n      \"0.0.0.0/0\" ,\n]"),
		"order of arguments": s.edit(t, "main.tf", "    from_port   = var.port\n    to_port     = var.port\n    protocol    = \"tcp\"\n",
			"    protocol    = \"tcp\"\n    to_port     = var.port\n    from_port   = var.port\n"),
		"another file":     {"z.tf": flawed, "db/other.tf": flawedModule},
		"blocks spread":    {"a.tf": "resource \"aws_lb\" \"front\"" + rest, "z.tf": first, "db/main.tf": flawedModule},
		"lines above":      {"main.tf": strings.Repeat("\n", 40) + flawed, "db/main.tf": flawedModule},
		"a sibling block":  s.edit(t, "main.tf", "  name = \"web\"\n", "  name = \"web\"\n  ingress {\n    from_port = 8443\n    to_port = 8443\n    protocol = \"tcp\"\n    cidr_blocks = [\"10.0.0.0/8\"]\n  }\n"),
		"a sibling member": s.edit(t, "main.tf", "    Statement = [\n", "    Statement = [\n      { Effect = \"Allow\", Action = \"s3:PutObject\", Resource = \"arn:aws:s3:::a/*\" },\n"),
		"a sibling of a companion": s.edit(t, "main.tf", "resource \"aws_lb_listener\" \"plain\"", "resource \"aws_lb_listener\" \"a_first\" {\n  load_balancer_arn = aws_lb.front.arn\n"+
			"  port = 443\n  protocol = \"HTTPS\"\n  ssl_policy = \"ELBSecurityPolicy-TLS13-1-2-2021-06\"\n  certificate_arn = \"arn:aws:acm:us-east-1:111122223333:certificate/1\"\n  default_action {\n    type = \"forward\"\n"+
			"    target_group_arn = \"arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/a/1\"\n  }\n}\nresource \"aws_lb_listener\" \"plain\""),
		"a resource":              s.edit(t, "main.tf", "variable \"port\"", "resource \"aws_sns_topic\" \"a\" {\n}\nvariable \"port\""),
		"an instance":             s.edit(t, "main.tf", `toset(["a", "b"])`, `toset(["0", "a", "b"])`),
		"a value elsewhere":       s.edit(t, "main.tf", "  bucket = \"logs\"\n", "  bucket = \"journals\"\n"),
		"the way to the value":    s.edit(t, "main.tf", "default = 22", "default = \"22\""),
		"a name of a variable":    {"main.tf": strings.ReplaceAll(flawed, "var.port", "var.p"), "v.tf": "variable \"p\" {\n  default = 22\n}\n", "db/main.tf": flawedModule},
		"a tag that says nothing": s.edit(t, "main.tf", "  bucket = \"logs\"\n", "  bucket = \"logs\"\n  tags = { Team = \"web\" }\n"),
	} {
		t.Run(name, func(t *testing.T) {
			got := prints(reportOn(t, changed, "infra"))
			if lost := missing(want, got); lost != nil {
				t.Errorf("changed: %s", strings.Join(lost, ", "))
			}
		})
	}
}

func TestFingerprintsDiffer(t *testing.T) {
	s := base()
	have := prints(reportOn(t, s, "infra"))
	for _, tt := range []struct {
		name string
		to   stack
		want []string
	}{
		{"another block of the resource", s.edit(t, "main.tf", "  name = \"web\"\n",
			"  name = \"web\"\n  ingress {\n    from_port = 3389\n    to_port = 3389\n    protocol = \"tcp\"\n    cidr_blocks = [\"0.0.0.0/0\"]\n  }\n"), []string{"HIPAA-VPC-002 aws_security_group.web"}},
		{"the same block twice", s.edit(t, "main.tf", "  name = \"web\"\n",
			"  name = \"web\"\n  ingress {\n    from_port = 22\n    to_port = 22\n    protocol = \"tcp\"\n    cidr_blocks = [\"10.0.0.0/8\", \"0.0.0.0/0\"]\n  }\n"), []string{"HIPAA-VPC-002 aws_security_group.web"}},
		{"another path", s.edit(t, "main.tf", "ignore_public_acls      = true", "ignore_public_acls      = false"), []string{"HIPAA-S3-003 aws_s3_bucket.logs"}},
		{"another statement", s.edit(t, "main.tf", "    Statement = [\n", "    Statement = [\n      { Effect = \"Allow\", Action = [\"*\", \"s3:*\"], Resource = \"*\" },\n"), []string{"HIPAA-IAM-009 administrator aws_iam_policy.all"}},
		{"another instance", s.edit(t, "main.tf", `toset(["a", "b"])`, `toset(["a", "c"])`), []string{"HIPAA-EC2-002 encrypted aws_ebs_volume.data[\"c\"]"}},
		{"another name", s.edit(t, "main.tf", `"aws_ebs_volume" "data"`, `"aws_ebs_volume" "records"`), []string{"HIPAA-EC2-002 encrypted aws_ebs_volume.records[\"a\"]", "HIPAA-EC2-002 encrypted aws_ebs_volume.records[\"b\"]"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := missing(prints(reportOn(t, tt.to, "infra")), have)
			got = slices.DeleteFunc(got, func(s string) bool {
				return !slices.ContainsFunc(tt.want, func(w string) bool { return strings.Fields(w)[0] == strings.Fields(s)[0] })
			})
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("new (-want +got):\n%s", d)
			}
		})
	}
	t.Run("another root", func(t *testing.T) {
		moved := prints(reportOn(t, s, "other"))
		if len(missing(moved, have)) != len(have) {
			t.Errorf("only %d of %d differ", len(missing(moved, have)), len(have))
		}
	})
}

// TestFingerprintsOfJSON: the JSON syntax says the same in other words.
func TestFingerprintsOfJSON(t *testing.T) {
	native := `
resource "aws_security_group" "web" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  encrypted         = false
}
resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}
resource "aws_s3_bucket_public_access_block" "logs" {
  bucket                  = aws_s3_bucket.logs.id
  block_public_acls       = true
  restrict_public_buckets = false
}`
	json := `{"resource": {
  "aws_security_group": {"web": {"ingress": [{"from_port": 22, "to_port": "22", "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]}},
  "aws_ebs_volume": {"data": {"availability_zone": "us-east-1a", "encrypted": false}},
  "aws_s3_bucket": {"logs": {"bucket": "logs"}},
  "aws_s3_bucket_public_access_block": {"logs": {"bucket": "${aws_s3_bucket.logs.id}", "block_public_acls": true, "restrict_public_buckets": false}}
}}`
	want, got := prints(reportOn(t, stack{"main.tf": native}, "infra")), prints(reportOn(t, stack{"main.tf.json": json}, "infra"))
	if d := cmp.Diff(want, got); d != "" || len(want) < 8 {
		t.Errorf("%d findings; -native +JSON:\n%s", len(want), d)
	}
}

// TestFingerprintsOfPlans: a plan has the findings of the configuration that it was made from,
// where that is known: it lies beside it, or is named by --source.
func TestFingerprintsOfPlans(t *testing.T) {
	plans, err := filepath.Glob("../../testdata/plans/*/plan.json")
	if err != nil || len(plans) < 10 {
		t.Fatalf("%d plans, %v", len(plans), err)
	}
	fails := func(args ...string) map[string]string {
		stdout, stderr, _ := invoke(t, nil, append([]string{"scan", "--config", "none", "-q", "-f", "json"}, args...)...)
		var r finding.Report
		if err := json.Unmarshal([]byte(stdout), &r); err != nil {
			t.Fatalf("no report: %v\n%s", err, stderr)
		}
		r.Findings = slices.DeleteFunc(r.Findings, func(f finding.Finding) bool { return f.Status != finding.Fail })
		return prints(r)
	}
	for _, plan := range plans {
		dir := filepath.Dir(plan)
		code := fails(dir)
		for _, args := range [][]string{{plan}, {plan, "--source", dir}} {
			if d := cmp.Diff(code, fails(args...)); d != "" {
				t.Errorf("%v (-code +plan):\n%s", args, d)
			}
		}
	}
}
