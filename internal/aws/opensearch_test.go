package aws_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSearchDomains(t *testing.T) {
	s := &fake{answers: answers{
		"ListDomainNames": `{"DomainNames":[{"DomainName":"a"},{"DomainName":"b"},{"DomainName":"c"},{"DomainName":"d"},{"DomainName":"e"},{"DomainName":"f"}]}`,
		"DescribeDomains": func(in ask) string {
			if strings.Contains(in.Get("DomainNames"), "f") {
				return "error AccessDeniedException"
			}
			return `{"DomainStatusList":[
				{"DomainName":"a","ARN":"arn:a","DomainId":"1/a","EngineVersion":"OpenSearch_2.19","AccessPolicies":"{}","VPCOptions":{"VPCId":"vpc-1","SubnetIds":["s2","s1"],"SecurityGroupIds":["g"]},
				 "EncryptionAtRestOptions":{"Enabled":true,"KmsKeyId":"k"},"NodeToNodeEncryptionOptions":{"Enabled":true},"DomainEndpointOptions":{"EnforceHTTPS":true,"TLSSecurityPolicy":"Policy-Min-TLS-1-2-2019-07"},
				 "AdvancedSecurityOptions":{"Enabled":true,"AnonymousAuthEnabled":false},"LogPublishingOptions":{"ES_APPLICATION_LOGS":{"Enabled":true,"CloudWatchLogsLogGroupArn":"g"},"AUDIT_LOGS":{"Enabled":false}}},
				{"DomainName":"b","ARN":"arn:secret","EncryptionAtRestOptions":{"Enabled":false},"AdvancedSecurityOptions":{"Enabled":false}},
				{"DomainName":"c","ARN":"arn:c","Deleted":true}]}`
		},
		"ListTags": func(in ask) string {
			return map[bool]string{true: "error AccessDeniedException", false: `{"TagList":[{"Key":"DataClass","Value":"PHI"}]}`}[in.Get("arn") == "arn:secret"]
		},
	}}
	set := s.audit(t, []string{"aws_opensearch_domain"})
	d := "aws_opensearch_domain "
	nothing := "unknown: es:DescribeDomains: the answer does not hold what aws_opensearch_domain."
	set.check(t, map[string]map[string]any{
		d + "a": {
			"id": "arn:a", "arn": "arn:a", "domain_name": "a", "access_policies": "{}", "tags_all": map[string]any{"DataClass": "PHI"},
			"vpc_options":               []any{map[string]any{"vpc_id": "vpc-1", "subnet_ids": []any{"s1", "s2"}, "security_group_ids": []any{"g"}}},
			"encrypt_at_rest":           []any{map[string]any{"enabled": true, "kms_key_id": "k"}},
			"node_to_node_encryption":   []any{map[string]any{"enabled": true}},
			"domain_endpoint_options":   []any{map[string]any{"enforce_https": true, "tls_security_policy": "Policy-Min-TLS-1-2-2019-07"}},
			"advanced_security_options": []any{map[string]any{"enabled": true, "anonymous_auth_enabled": false, "internal_user_database_enabled": false}},
			"log_publishing_options": []any{
				map[string]any{"log_type": "AUDIT_LOGS", "enabled": false, "cloudwatch_log_group_arn": nil},
				map[string]any{"log_type": "ES_APPLICATION_LOGS", "enabled": true, "cloudwatch_log_group_arn": "g"},
			},
		},
		d + "b": {
			"encrypt_at_rest": []any{map[string]any{"enabled": false, "kms_key_id": nil}}, "vpc_options": []any{}, "access_policies": nothing + "access_policies is made from", "log_publishing_options": []any{},
			"node_to_node_encryption": nothing + "node_to_node_encryption is made from", "domain_endpoint_options": nothing + "domain_endpoint_options is made from",
			"tags_all": "unknown: es:ListTags: access was denied",
		},
	})
	want := []string{"eu-west-1 es:DescribeDomains of f: aws_opensearch_domain", "eu-west-1 es:ListTags of b: settled"}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
	if diff := cmp.Diff([]string{"eu-west-1 es:ListDomainNames: aws_opensearch_domain"}, (&fake{}).audit(t, []string{"aws_opensearch_domain"}).gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
