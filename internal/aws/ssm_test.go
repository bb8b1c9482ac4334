package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParameters(t *testing.T) {
	s := &fake{answers: answers{
		"DescribeParameters": func(in ask) string {
			if in.Get("NextToken") == "" {
				return `{"NextToken":"2","Parameters":[{"Name":"/clinic/db","Type":"SecureString","KeyId":"alias/aws/ssm","Description":"The login","ARN":"arn:aws:ssm:eu-west-1:123456789012:parameter/clinic/db"}]}`
			}
			return `{"Parameters":[{"Name":"plain","Type":"String"},{"Name":"odd"}]}`
		},
		"ListTagsForResource": func(in ask) string {
			if in.Get("ResourceId") == "odd" {
				return "error AccessDeniedException"
			}
			return `{"TagList":[{"Key":"team","Value":"billing"}]}`
		},
	}}
	parameter, tags := "aws_ssm_parameter ", map[string]any{"team": "billing"}
	s.audit(t, []string{"aws_ssm_parameter"}).check(t, map[string]map[string]any{
		parameter + "/clinic/db": {"name": "/clinic/db", "type": "SecureString", "key_id": "alias/aws/ssm", "description": "The login", "tags_all": tags},
		parameter + "plain":      {"arn": "arn:aws:ssm:eu-west-1:123456789012:parameter/plain", "type": "String", "key_id": nil, "description": nil},
		parameter + "odd": {
			"type":     "unknown: ssm:DescribeParameters: the answer does not hold what aws_ssm_parameter.type is made from",
			"tags_all": "unknown: ssm:ListTagsForResource: access was denied",
		},
	})
	if s.calls["GetParameter"]+s.calls["GetParameters"]+s.calls["GetParameterHistory"] > 0 {
		t.Error("a value was asked for")
	}
}

func TestDocuments(t *testing.T) {
	s := &fake{answers: answers{
		"ListDocuments": `{"DocumentIdentifiers":[{"Name":"shared","DocumentType":"Command","Owner":"123456789012"},{"Name":"own","DocumentType":"Command"},{"Name":"gone","DocumentType":"Command"},{"Name":"closed","DocumentType":"Command"}]}`,
		"DescribeDocumentPermission": func(in ask) string {
			return map[string]string{
				"shared": map[string]string{"": `{"AccountIds":["444455556666"],"NextToken":"2"}`, "2": `{"AccountIds":["all"]}`}[in.Get("NextToken")],
				"own":    `{"AccountIds":[]}`, "gone": "error InvalidDocument", "closed": "error AccessDeniedException",
			}[in.Get("Name")]
		},
		"GetServiceSetting": `{"ServiceSetting":{"SettingId":"/ssm/documents/console/public-sharing-permission","SettingValue":"Disable","Status":"Customized"}}`,
	}}
	document := "aws_ssm_document "
	s.audit(t, []string{"aws_ssm_document", "aws_ssm_service_setting"}).check(t, map[string]map[string]any{
		document + "shared": {"document_type": "Command", "permissions": map[string]any{"type": "Share", "account_ids": "444455556666,all"}},
		document + "own":    {"permissions": nil},
		document + "closed": {"permissions": "unknown: ssm:DescribeDocumentPermission: access was denied"},
		"aws_ssm_service_setting /ssm/documents/console/public-sharing-permission": {"setting_value": "Disable", "status": "Customized"},
	})
	closed := (&fake{}).audit(t, []string{"aws_ssm_document", "aws_ssm_service_setting"})
	want := []string{"eu-west-1 ssm:GetServiceSetting of /ssm/documents/console/public-sharing-permission: aws_ssm_service_setting", "eu-west-1 ssm:ListDocuments: aws_ssm_document"}
	if diff := cmp.Diff(want, closed.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}

func TestSessionPreferences(t *testing.T) {
	const name = "SSM-SessionManagerRunShell"
	s := &fake{answers: answers{
		"ListDocuments":              `{"DocumentIdentifiers":[{"Name":"SSM-SessionManagerRunShell","DocumentType":"Session"},{"Name":"restart","DocumentType":"Command"}]}`,
		"DescribeDocumentPermission": `{"AccountIds":[]}`,
		"GetDocument":                `{"Name":"SSM-SessionManagerRunShell","DocumentFormat":"JSON","Content":"{\"schemaVersion\":\"1.0\",\"description\":\"d\",\"sessionType\":\"Standard_Stream\",\"inputs\":{\"kmsKeyId\":\"k\",\"shellProfile\":{\"linux\":\"export TOKEN=1\"}}}"}`,
	}}
	found := s.audit(t, []string{"aws_ssm_document"})
	found.check(t, map[string]map[string]any{
		"aws_ssm_document " + name: {"content": `{"schemaVersion":"1.0","sessionType":"Standard_Stream","inputs":{"kmsKeyId":"k"}}`},
		"aws_ssm_document restart": {},
	})
	if r := found.one(t, "aws_ssm_document", "restart"); r.Values.Type().HasAttribute("content") || s.calls["GetDocument"] != 1 {
		t.Error("the text of another document was read")
	}
	for answer, want := range map[string]string{
		"error AccessDeniedException": "unknown: ssm:GetDocument: access was denied",
		"error InvalidDocument":       "unknown: ssm:GetDocument: the answer does not hold what aws_ssm_document.content is made from",
		`{"Content":"words"}`:         "unknown: ssm:GetDocument: the answer does not hold what aws_ssm_document.content is made from",
	} {
		s.answers["GetDocument"] = answer
		s.audit(t, []string{"aws_ssm_document"}).check(t, map[string]map[string]any{"aws_ssm_document " + name: {"content": want}, "aws_ssm_document restart": {}})
	}
}

func TestNodes(t *testing.T) {
	s := &fake{answers: answers{"DescribeInstanceInformation": func(in ask) string {
		if in.Get("NextToken") == "" {
			return `{"NextToken":"2","InstanceInformationList":[{"InstanceId":"i-1","PingStatus":"Online","AgentVersion":"3.3.0.0","PlatformType":"Linux","LastPingDateTime":1500000000}]}`
		}
		return `{"InstanceInformationList":[{"InstanceId":"mi-2","PingStatus":"ConnectionLost"}]}`
	}}}
	s.audit(t, []string{"aws_ssm_instance_information"}).check(t, map[string]map[string]any{
		"aws_ssm_instance_information i-1":  {"instance_id": "i-1", "ping_status": "Online", "agent_version": "3.3.0.0", "last_ping_time": "2017-07-14T02:40:00Z"},
		"aws_ssm_instance_information mi-2": {"instance_id": "mi-2", "ping_status": "ConnectionLost", "agent_version": nil},
	})
	want := []string{"eu-west-1 ssm:DescribeInstanceInformation: aws_ssm_instance_information"}
	if diff := cmp.Diff(want, (&fake{}).audit(t, []string{"aws_ssm_instance_information"}).gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}

func TestNodeCompliance(t *testing.T) {
	s := &fake{answers: answers{"ListResourceComplianceSummaries": func(in ask) string {
		if in.Get("NextToken") == "" {
			return `{"NextToken":"2","ResourceComplianceSummaryItems":[{"ResourceId":"i-1","ResourceType":"ManagedInstance","ComplianceType":"Patch","Status":"NON_COMPLIANT","OverallSeverity":"CRITICAL","ExecutionSummary":{"ExecutionTime":1500000000}}]}`
		}
		return `{"ResourceComplianceSummaryItems":[{"ResourceId":"i-1","ComplianceType":"Association","Status":"COMPLIANT"}]}`
	}}}
	s.audit(t, []string{"aws_ssm_resource_compliance"}).check(t, map[string]map[string]any{
		"aws_ssm_resource_compliance i-1 Patch":       {"resource_id": "i-1", "compliance_type": "Patch", "status": "NON_COMPLIANT", "overall_severity": "CRITICAL", "execution_time": "2017-07-14T02:40:00Z"},
		"aws_ssm_resource_compliance i-1 Association": {"status": "COMPLIANT", "execution_time": nil},
	})
}
