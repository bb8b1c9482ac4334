package aws_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var analyzerTypes = []string{"aws_accessanalyzer_analyzer", "aws_accessanalyzer_finding", "aws_accessanalyzer_status"}

// The emulator does not have the service.
func TestAccessAnalyzer(t *testing.T) {
	const arn = "arn:aws:access-analyzer:eu-west-1:123456789012:analyzer/"
	at := `"createdAt":"2026-01-02T03:04:05Z"`
	f := &fake{answers: answers{
		"ListAnalyzers": func(in ask) string {
			if in.Get("nextToken") == "" {
				return `{"nextToken":"2","analyzers":[{"arn":"` + arn + `outside","name":"outside","type":"ACCOUNT","status":"ACTIVE",` + at + `,"tags":{"Team":"security"}}]}`
			}
			return `{"analyzers":[{"arn":"` + arn + `unused","name":"unused","type":"ACCOUNT_UNUSED_ACCESS","status":"DISABLED",` + at + `}]}`
		},
		"ListFindingsV2": func(in ask) string {
			finding := func(id string) string {
				return `{"id":"` + id + `","status":"ACTIVE","resource":"arn:aws:s3:::` + id + `","resourceType":"AWS::S3::Bucket","resourceOwnerAccount":"123456789012",` +
					`"analyzedAt":"2026-01-02T03:04:05Z","updatedAt":"2026-01-02T03:04:05Z",` + at + `}`
			}
			if in.n == 0 {
				return `{"nextToken":"2","findings":[` + finding("exports") + `]}`
			}
			return `{"findings":[` + finding("scans") + `]}`
		},
	}}
	f.audit(t, analyzerTypes).check(t, map[string]map[string]any{
		"aws_accessanalyzer_analyzer outside": {"analyzer_name": "outside", "arn": arn + "outside", "type": "ACCOUNT", "tags_all": map[string]any{"Team": "security"}},
		"aws_accessanalyzer_status outside":   {"analyzer_arn": arn + "outside", "status": "ACTIVE"},
		"aws_accessanalyzer_analyzer unused":  {"type": "ACCOUNT_UNUSED_ACCESS", "tags_all": map[string]any{}},
		"aws_accessanalyzer_status unused":    {"type": "ACCOUNT_UNUSED_ACCESS", "status": "DISABLED"},
		"aws_accessanalyzer_finding exports":  {"analyzer_arn": arn + "outside", "resource": "arn:aws:s3:::exports", "bucket": "arn:aws:s3:::exports", "key": nil, "status": "ACTIVE", "created_at": "2026-01-02T03:04:05Z"},
		"aws_accessanalyzer_finding scans":    {"resource": "arn:aws:s3:::scans"},
	})
	if f.calls["ListFindingsV2"] != 2 {
		t.Errorf("findings were asked %d times, want 2 pages of the one analyzer of external access", f.calls["ListFindingsV2"])
	}
	if !strings.Contains(f.sent["ListFindingsV2"], `"eq":["ACTIVE"]`) {
		t.Errorf("not only active findings were asked for: %s", f.sent["ListFindingsV2"])
	}
}

func TestAccessAnalyzerDenied(t *testing.T) {
	want := []string{"eu-west-1 access-analyzer:ListAnalyzers: aws_accessanalyzer_analyzer aws_accessanalyzer_finding aws_accessanalyzer_status"}
	if diff := cmp.Diff(want, (&fake{}).audit(t, analyzerTypes).gaps()); diff != "" {
		t.Error(diff)
	}
	f := &fake{answers: answers{"ListAnalyzers": `{"analyzers":[{"arn":"a","name":"outside","type":"ACCOUNT","status":"ACTIVE","createdAt":"2026-01-02T03:04:05Z"}]}`}}
	want = []string{"eu-west-1 access-analyzer:ListFindingsV2 of outside: aws_accessanalyzer_finding"}
	if diff := cmp.Diff(want, f.audit(t, analyzerTypes).gaps()); diff != "" {
		t.Error(diff)
	}
}
