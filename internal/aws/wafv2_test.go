package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

var webACLTypes = []string{"aws_wafv2_web_acl", "aws_wafv2_web_acl_association", "aws_wafv2_web_acl_logging_configuration"}

func TestWebACLs(t *testing.T) {
	url := startMoto(t)
	environment(t)
	awstest.Sound(t, url, ownAccount)
	s := auditMoto(t, url, []string{"aws_wafv2_web_acl", "aws_wafv2_web_acl_logging_configuration"})
	regions := map[string]string{}
	for _, r := range s.Resources {
		if r.Address.Type == "aws_wafv2_web_acl" {
			regions[plain(r.Values.GetAttr("name")).(string)] = r.Scope.Region
			checkValues(t, r, map[string]string{"rule": `[{"name":"common","priority":1}]`})
		} else { // the emulator lists those of no distribution
			checkValues(t, r, map[string]string{"log_destination_configs": `["arn:aws:s3:::aws-waf-logs-clinic"]`})
		}
	}
	if diff := cmp.Diff(map[string]string{"site": "us-east-1", "clinic": "eu-west-1"}, regions); diff != "" || len(s.Resources) != 3 || len(s.gaps()) > 0 {
		t.Error(diff, len(s.Resources), s.gaps())
	}
}

// oneWebACL is a listing in two pages for a Region, and an empty one for CloudFront.
func oneWebACL(in ask) string {
	switch {
	case in.Get("Scope") == "CLOUDFRONT":
		return `{"WebACLs":[]}`
	case in.Get("NextMarker") == "":
		return `{"WebACLs":[],"NextMarker":"more"}`
	}
	return `{"WebACLs":[{"Id":"a","Name":"portal","ARN":"arn:acl"}]}`
}

// TestWebACLAssociations is about what the emulator lacks.
func TestWebACLAssociations(t *testing.T) {
	a := &fake{answers: answers{
		"ListWebACLs": oneWebACL,
		"GetWebACL":   `{"WebACL":{"Rules":[],"PreProcessFirewallManagerRuleGroups":[{"Name":"first","Priority":0}],"PostProcessFirewallManagerRuleGroups":[{"Name":"last","Priority":9}]}}`,
		"ListResourcesForWebACL": func(in ask) string {
			return map[string]string{"APPLICATION_LOAD_BALANCER": `{"ResourceArns":["arn:lb"]}`, "API_GATEWAY": `{"ResourceArns":["arn:stage"]}`}[in.Get("ResourceType")]
		},
		"ListLoggingConfigurations": `{"LoggingConfigurations":[]}`,
	}}
	s := a.audit(t, webACLTypes)
	checkValues(t, s.one(t, "aws_wafv2_web_acl", "a"), map[string]string{"rule": `[{"name":"first","priority":0},{"name":"last","priority":9}]`})
	checkValues(t, s.one(t, "aws_wafv2_web_acl_association", "arn:acl,arn:lb"), map[string]string{"web_acl_arn": `"arn:acl"`, "resource_arn": `"arn:lb"`})
	checkValues(t, s.one(t, "aws_wafv2_web_acl_association", "arn:acl,arn:stage"), map[string]string{"resource_arn": `"arn:stage"`})
	if len(s.gaps()) > 0 {
		t.Error(s.gaps())
	}
}

func TestWebACLsDenied(t *testing.T) {
	a := &fake{answers: answers{"ListWebACLs": oneWebACL}}
	s := a.audit(t, webACLTypes)
	checkValues(t, s.one(t, "aws_wafv2_web_acl", "a"), map[string]string{"rule": "unknown: wafv2:GetWebACL: access was denied"})
	want := []string{
		"eu-west-1 wafv2:GetWebACL of a: settled",
		"eu-west-1 wafv2:ListLoggingConfigurations: aws_wafv2_web_acl_logging_configuration",
		"eu-west-1 wafv2:ListResourcesForWebACL of a: aws_wafv2_web_acl_association",
		"us-east-1 wafv2:ListLoggingConfigurations: aws_wafv2_web_acl_logging_configuration",
	}
	if diff := cmp.Diff(want, s.gaps()); diff != "" {
		t.Error(diff)
	}
	want = []string{
		"eu-west-1 wafv2:ListWebACLs: aws_wafv2_web_acl aws_wafv2_web_acl_association",
		"us-east-1 wafv2:ListWebACLs: aws_wafv2_web_acl",
	}
	if diff := cmp.Diff(want, (&fake{answers: answers{}}).audit(t, webACLTypes[:2]).gaps()); diff != "" {
		t.Error(diff)
	}
}
