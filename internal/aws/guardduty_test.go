package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var guardDutyTypes = []string{"aws_guardduty_detector", "aws_guardduty_detector_feature", "aws_guardduty_finding"}

const detectorAnswer = `{"status":"ENABLED","serviceRole":"r","findingPublishingFrequency":"SIX_HOURS","features":[
	{"name":"S3_DATA_EVENTS","status":"ENABLED"},
	{"name":"RUNTIME_MONITORING","status":"DISABLED","additionalConfiguration":[{"name":"EC2_AGENT_MANAGEMENT","status":"DISABLED"}]}]}`

func TestDetectors(t *testing.T) {
	s := &fake{answers: answers{"ListDetectors": `{"detectorIds":["d1"]}`, "GetDetector": detectorAnswer}}
	s.audit(t, guardDutyTypes[:2]).check(t, map[string]map[string]any{
		"aws_guardduty_detector d1": {"id": "d1", "enable": true, "finding_publishing_frequency": "SIX_HOURS", "tags_all": map[string]any{}},
		"aws_guardduty_detector_feature d1/S3_DATA_EVENTS": {
			"detector_id": "d1", "name": "S3_DATA_EVENTS", "status": "ENABLED", "additional_configuration": []any{},
		},
		"aws_guardduty_detector_feature d1/RUNTIME_MONITORING": {
			"status": "DISABLED", "additional_configuration": []any{map[string]any{"name": "EC2_AGENT_MANAGEMENT", "status": "DISABLED"}},
		},
	})
	s = &fake{answers: answers{"ListDetectors": `{"detectorIds":["d1"]}`, "GetDetector": `{"status":"DISABLED"}`}}
	s.audit(t, guardDutyTypes[:2]).check(t, map[string]map[string]any{"aws_guardduty_detector d1": {"enable": false}})
}

func TestGuardDutyFindings(t *testing.T) {
	s := &fake{answers: answers{
		"ListDetectors": `{"detectorIds":["d1"]}`,
		"ListFindings": func(in ask) string {
			if in.n == 0 {
				return `{"findingIds":["f1"],"nextToken":"2"}`
			}
			return `{"findingIds":["f2"]}`
		},
		"GetFindings": `{"findings":[
			{"accountId":"123456789012","arn":"arn:aws:guardduty:eu-west-1:123456789012:detector/d1/finding/f1","id":"f1","region":"eu-west-1","resource":{},"schemaVersion":"2.0",
			 "type":"UnauthorizedAccess:IAMUser/MaliciousIPCaller","severity":8,"createdAt":"2026-02-01T00:00:00Z","updatedAt":"2026-02-02T00:00:00Z","service":{"archived":false}},
			{"accountId":"123456789012","arn":"a","id":"f2","region":"eu-west-1","resource":{},"schemaVersion":"2.0","type":"t","severity":5,"createdAt":"2026-02-01T00:00:00Z","updatedAt":"2026-02-02T00:00:00Z"}]}`,
	}}
	root := "aws_guardduty_finding "
	s.audit(t, guardDutyTypes[2:]).check(t, map[string]map[string]any{
		root + "f1": {"detector_id": "d1", "severity": 8, "archived": false, "created_at": "2026-02-01T00:00:00Z", "updated_at": "2026-02-02T00:00:00Z"},
		root + "f2": {"severity": 5, "archived": "unknown: guardduty:GetFindings: the answer does not hold what aws_guardduty_finding.archived is made from"},
	})
	if got := s.calls["GetFindings"]; got != 1 {
		t.Errorf("%d calls for two findings, want 1", got)
	}
}

func TestGuardDutyDenied(t *testing.T) {
	want := []string{"eu-west-1 guardduty:ListDetectors: aws_guardduty_detector aws_guardduty_detector_feature aws_guardduty_finding"}
	if diff := cmp.Diff(want, (&fake{}).audit(t, guardDutyTypes).gaps()); diff != "" {
		t.Error(diff)
	}
	want = []string{
		"eu-west-1 guardduty:GetDetector of d1: aws_guardduty_detector aws_guardduty_detector_feature",
		"eu-west-1 guardduty:ListFindings of d1: aws_guardduty_finding",
	}
	s := &fake{answers: answers{"ListDetectors": `{"detectorIds":["d1"]}`}}
	if diff := cmp.Diff(want, s.audit(t, guardDutyTypes).gaps()); diff != "" {
		t.Error(diff)
	}
}
