package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2/hclsimple"
	"github.com/hashicorp/hcl/v2/hclwrite"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// granted is the policy document that policy permissions prints.
type granted struct {
	Version   string
	Statement []struct {
		Sid, Effect      string
		Action, Resource []string
	}
}

func permissionsOf(t *testing.T, args ...string) granted {
	t.Helper()
	stdout, stderr, code := invoke(t, nil, append([]string{"policy", "permissions"}, args...)...)
	var doc granted
	if err := json.Unmarshal([]byte(stdout), &doc); err != nil || code != 0 || stderr != "" && !strings.Contains(stderr, "more than a managed policy may have") {
		t.Fatalf("exit %d, %v, %s\n%s", code, err, stderr, stdout)
	}
	return doc
}

func TestPermissions(t *testing.T) {
	one := permissionsOf(t, "--rule", "HIPAA-IAM-001")
	if one.Version != "2012-10-17" || len(one.Statement) != 1 || one.Statement[0].Effect != "Allow" || !slices.Equal(one.Statement[0].Resource, []string{"*"}) {
		t.Errorf("got %+v", one)
	}
	if got := one.Statement[0].Action; !slices.Equal(got, []string{"ec2:DescribeRegions", "iam:GetAccountPasswordPolicy"}) {
		t.Errorf("the password policy needs one call beside that of every audit, got %v", got)
	}
	all := permissionsOf(t).Statement[0].Action
	if !slices.IsSorted(all) || len(slices.Compact(slices.Clone(all))) != len(all) || len(all) < 50 {
		t.Errorf("%d actions, not sorted or not distinct: %v", len(all), all)
	}
	for _, action := range all {
		_, name, _ := strings.Cut(action, ":")
		if action == "apigateway:GET" {
			continue // what API Gateway calls all that reads
		}
		if !slices.ContainsFunc([]string{"Get", "List", "Describe", "GenerateCredentialReport", "BatchGet"}, func(p string) bool { return strings.HasPrefix(name, p) }) {
			t.Errorf("%s is not an action that only reads", action)
		}
	}
	// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
	if text, err := json.Marshal(permissionsOf(t, "--organization")); err != nil || len(text) > 10240 {
		t.Errorf("%d characters, more than the inline policies of a role may have; %v", len(text), err)
	}
	for rules, said := range map[string]bool{"*": true, "HIPAA-S3-*": false} {
		if _, stderr, _ := invoke(t, nil, "policy", "permissions", "--organization", "--rule", rules); strings.Contains(stderr, "inline") != said {
			t.Errorf("%s: %q", rules, stderr)
		}
	}
}

func TestPermissionsOfAnOrganization(t *testing.T) {
	doc := permissionsOf(t, "--rule", "HIPAA-IAM-001", "--organization", "--role-name", "audit/reader")
	if len(doc.Statement) != 3 || !slices.Equal(doc.Statement[1].Action, []string{"organizations:ListAccounts"}) ||
		!slices.Equal(doc.Statement[2].Action, []string{"sts:AssumeRole"}) || !slices.Equal(doc.Statement[2].Resource, []string{"arn:*:iam::*:role/audit/reader"}) {
		t.Errorf("got %+v", doc)
	}
}

// TestPermissionsAsTerraform: the data source is formatted as terraform fmt does and says
// what the document says.
func TestPermissionsAsTerraform(t *testing.T) {
	stdout, _, code := invoke(t, nil, "policy", "permissions", "--rule", "HIPAA-S3-*", "--organization", "-f", "hcl")
	if code != 0 || stdout != string(hclwrite.Format([]byte(stdout))) {
		t.Errorf("exit %d, not formatted:\n%s", code, stdout)
	}
	var file struct {
		Data []struct {
			Type      string `hcl:"type,label"`
			Name      string `hcl:"name,label"`
			Statement []struct {
				Sid       string   `hcl:"sid"`
				Effect    string   `hcl:"effect"`
				Resources []string `hcl:"resources"`
				Actions   []string `hcl:"actions"`
			} `hcl:"statement,block"`
		} `hcl:"data,block"`
	}
	if err := hclsimple.Decode("policy.hcl", []byte(stdout), nil, &file); err != nil {
		t.Fatal(err)
	}
	want := permissionsOf(t, "--rule", "HIPAA-S3-*", "--organization")
	if len(file.Data) != 1 || file.Data[0].Type != "aws_iam_policy_document" || len(file.Data[0].Statement) != len(want.Statement) {
		t.Fatalf("got %+v", file)
	}
	for i, s := range file.Data[0].Statement {
		w := want.Statement[i]
		if s.Sid != w.Sid || s.Effect != w.Effect || !slices.Equal(s.Resources, w.Resource) || !slices.Equal(s.Actions, w.Action) {
			t.Errorf("statement %d: got %+v, want %+v", i, s, w)
		}
	}
}

func TestPermissionsNameRulesWithoutAny(t *testing.T) {
	stdout, stderr, code := invoke(t, nil, "policy", "permissions", "--policies", onePolicy(t), "--rule", "CLINIC-001", "--rule", "HIPAA-RDS-001")
	if code != 0 || stderr != "hipaactl: nothing is read from AWS for CLINIC-001\n" || !strings.Contains(stdout, "rds:DescribeDBInstances") {
		t.Errorf("exit %d, %s\n%s", code, stderr, stdout)
	}
}

func TestIdleRules(t *testing.T) {
	list := []checks.Metadata{
		{ID: "A", Resources: map[string]*resource.Shape{"x": nil}},
		{ID: "B", Resources: map[string]*resource.Shape{"x": nil}, Related: map[string]*checks.Related{
			"one": {Type: "y", Related: map[string]*checks.Related{"two": {Type: "aws_z"}}},
		}},
		{ID: "C", Resources: map[string]*resource.Shape{"x": nil}},
		{ID: "C", Resources: map[string]*resource.Shape{"aws_z": nil}, Scope: checks.ScopeAccount},
	}
	if got := idleRules(list, []aws.Permission{{Action: "ec2:DescribeRegions"}, {Action: "z:ListZ", For: []string{"aws_z"}}}); !slices.Equal(got, []string{"A"}) {
		t.Errorf("got %v, want A alone", got)
	}
}

func TestPermissionsUsage(t *testing.T) {
	for args, want := range map[string]string{
		"-f yaml":                            "--format yaml: want json or hcl",
		"--role-name audit":                  "--role-name is the role in each account of an organization",
		"--organization --role-name arn:aws": "--role-name arn:aws: want a role's name",
		"--rule HIPAA-S3-03":                 "there is no such rule",
		"extra":                              "takes no arguments",
	} {
		stdout, stderr, code := invoke(t, nil, append([]string{"policy", "permissions"}, strings.Fields(args)...)...)
		if code != 2 || stdout != "" || !strings.Contains(stderr, want) {
			t.Errorf("%s: exit %d, %s", args, code, stderr)
		}
	}
}

// TestEngines: a rule judges code where Terraform has what it judges, accounts where all of
// it can be read from one.
func TestEngines(t *testing.T) {
	stdout, _, _ := invoke(t, nil, "policy", "list", "-f", "json", "--policies", onePolicy(t))
	var rules []rule
	if err := json.Unmarshal([]byte(stdout), &rules); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, r := range rules {
		got[r.ID] = strings.Join(r.Engines, " ")
	}
	for id, want := range map[string]string{"HIPAA-S3-003": "code live", "HIPAA-IAM-001": "code live", "HIPAA-IAM-005": "live", "CLINIC-001": "code github"} {
		if got[id] != want {
			t.Errorf("%s: %q, want %q", id, got[id], want)
		}
	}
}
