package main

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/policies"
)

// Why a rule on encryption or MFA leaves something out.
const (
	nothing   = "there is nothing to encrypt, or to sign in with"
	elsewhere = "another demand or resource is judged for it"
	keys      = "it is about whose the key is, not whether there is encryption"
	exception = "an exception of ours, which the profile takes away"
)

// leftOut is everything that rules on encryption (164.312(b)(2) as proposed) and MFA
// (164.312(f)(2)(ii)) call not applicable, with the reason.
var leftOut = map[string]string{
	"HIPAA-COG-001 this is asked of identity pools":                                                         elsewhere, // the demand on guests
	"HIPAA-COG-001 this is asked of user pools":                                                             elsewhere,
	"HIPAA-DOC-001 only clusters that hold PHI need a customer managed key":                                 keys,
	"HIPAA-DOC-001 the clusters of a global one have keys and parameters, it has none":                      elsewhere,
	"HIPAA-ELC-001 only replication groups have keys":                                                       elsewhere,
	"HIPAA-ELC-001 only replication groups that hold PHI need a customer managed key":                       keys,
	"HIPAA-EC2-002 its launch template describes its disks":                                                 elsewhere,
	"HIPAA-EC2-002 it has no EBS volumes":                                                                   nothing,
	"HIPAA-EC2-002 only disks that hold PHI need a customer managed key":                                    keys,
	"HIPAA-EC2-004 the lifecycle policy copies nothing to another Region":                                   nothing,
	"HIPAA-EFS-001 only file systems that hold PHI need a customer managed key":                             keys,
	"HIPAA-ELB-001 it is no listener of an application or classic load balancer":                            elsewhere,
	"HIPAA-ELB-001 it is no network listener or target group whose protocol TLS could replace":              elsewhere,
	"HIPAA-ELB-001 its targets leave no choice of protocol":                                                 elsewhere,
	"HIPAA-ELB-001 nothing says that PHI travels here":                                                      exception,
	"HIPAA-ELB-001 nothing says that the targets hold PHI":                                                  exception,
	"HIPAA-ELB-003 it does not set how TLS is negotiated":                                                   nothing,
	"HIPAA-ELB-003 the listener does not use TLS":                                                           elsewhere, // HIPAA-ELB-001
	"HIPAA-IAM-003 the root user has no MFA device":                                                         elsewhere, // the demand that it has one
	"HIPAA-IAM-003 this is asked of other resources":                                                        elsewhere,
	"HIPAA-IAM-006 the root user is judged by other rules":                                                  elsewhere, // HIPAA-IAM-003
	"HIPAA-IAM-006 the user has no password":                                                                elsewhere, // the demand on every user
	"HIPAA-ELC-001 a cache without PHI may be outside of a replication group, where it cannot be encrypted": exception,
	"HIPAA-OSS-001 only domains that hold PHI need a customer managed key":                                  keys,
	"HIPAA-RDS-010 the engine has no parameter by which it refuses connections without TLS":                 nothing,
	"HIPAA-RDS-010 it is of another kind":                                                                   elsewhere,
	"HIPAA-RSH-001 only warehouses that hold PHI need a customer managed key":                               keys,
	"HIPAA-IAM-006 this is asked of other resources":                                                        elsewhere,
	"HIPAA-REPO-010 this setting is about something else":                                                   elsewhere,
	"HIPAA-REPO-010 a version is allowed or is not":                                                         elsewhere, // the demand on versions
	"HIPAA-REPO-010 each setting is judged by itself":                                                       elsewhere,
	"HIPAA-REPO-010 there is nothing to examine":                                                            nothing,
}

var (
	spared = regexp.MustCompile(`(?ms)^not_applicable contains .*?"message": "([^"]*)"`)
	byPHI  = regexp.MustCompile(`_\.phi (==|!=) "yes"`)
)

// TestProposalMakesNoExceptions reads what every rule on encryption and MFA leaves out: a
// new exception has to be given its reason here, and one of ours a parameter of the profile.
func TestProposalMakesNoExceptions(t *testing.T) {
	all, err := checks.Load(checks.Options{Embedded: policies.FS, Idle: true})
	if err != nil {
		t.Fatal(err)
	}
	p, err := loadProfile("nprm-2025")
	if err != nil {
		t.Fatal(err)
	}
	set, err := p.thresholds(declaredParams(all.List()))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, m := range all.List() {
		if !slices.Contains(m.NPRM, "164.312(b)(2)") && !slices.Contains(m.NPRM, "164.312(f)(2)(ii)") {
			continue
		}
		text, err := fs.ReadFile(policies.FS, m.Source)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range spared.FindAllStringSubmatch(string(text), -1) {
			key := m.ID + " " + match[1]
			found[key] = true
			if leftOut[key] == "" {
				t.Errorf("%s: %s: say why it is left out", m.Source, key)
			}
			if leftOut[key] == exception && set[m.ID+".assume_phi"] != "true" {
				t.Errorf("%s: the profile leaves the exception: %s", m.Source, key)
			}
		}
		asked := byPHI.MatchString(string(text))
		if _, ok := m.Params["assume_phi"]; asked && (!ok || set[m.ID+".assume_phi"] != "true") && !strings.Contains(string(text), "data.params.customer_key") {
			t.Errorf("%s makes a difference by PHI that no parameter takes away", m.Source)
		}
		if path.Base(m.Source) == "policy.rego" && !slices.ContainsFunc(m.Citations, func(c string) bool { return strings.HasPrefix(c, "164.312(") }) {
			t.Errorf("%s cites no technical safeguard", m.Source)
		}
	}
	for key := range leftOut {
		if !found[key] {
			t.Errorf("nothing is left out for: %s", key)
		}
	}
}

const unmarked = `
resource "aws_lb" "n" {
  load_balancer_type = "network"
}
resource "aws_lb_listener" "n" {
  load_balancer_arn = aws_lb.n.arn
  protocol          = "TCP"
}
resource "aws_lb_target_group" "n" {
  protocol    = "HTTP"
  target_type = "instance"
}
resource "aws_s3_bucket" "b" {
  bucket = "b"
}
resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = jsonencode({ Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
  Condition = { Bool = { "aws:SecureTransport" = "false" } } }] })
}
`

// TestProposalAssumesPHI: what nobody marked is asked for encryption in transit under the
// proposal, and what somebody marked as free of PHI is not.
func TestProposalAssumesPHI(t *testing.T) {
	t.Chdir(t.TempDir())
	writeTest(t, "main.tf", unmarked)
	fails := func(args ...string) []string {
		var out []string
		for _, f := range scanned(t, append([]string{"--rule", "HIPAA-ELB-001", "--rule", "HIPAA-S3-007"}, args...)...).Findings {
			if f.Status == finding.Fail {
				out = append(out, f.Rule+" "+f.Resource.Address)
			}
		}
		slices.Sort(out)
		return out
	}
	if got := fails(); len(got) > 0 {
		t.Errorf("by default: %v", got)
	}
	want := []string{"HIPAA-ELB-001 aws_lb_listener.n", "HIPAA-ELB-001 aws_lb_target_group.n", "HIPAA-S3-007 aws_s3_bucket.b"}
	if d := cmp.Diff(want, fails("--rule-profile", "nprm-2025")); d != "" {
		t.Error(d)
	}
	writeTest(t, "provider.tf", "provider \"aws\" {\n  default_tags {\n    tags = { DataClass = \"public\" }\n  }\n}\n")
	if got := fails("--rule-profile", "nprm-2025"); len(got) > 0 {
		t.Errorf("marked as free of PHI: %v", got)
	}
}
