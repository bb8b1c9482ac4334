package report

import (
	stdcmp "cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
)

func TestOCSFGolden(t *testing.T) {
	matchesGolden(t, "report.ocsf.jsonl", render(t, OCSF, sample()))
	matchesGolden(t, "account.ocsf.jsonl", render(t, OCSF, accountSample()))
	if got := render(t, OCSF, finding.Report{}); got != "" {
		t.Errorf("a report of nothing has events: %s", got)
	}
}

// ocsfAttributes is what class 2003 and its objects ask of each attribute that is written, from the schema's
// sources (https://github.com/ocsf/ocsf-schema, 1.4.0 to 1.9.0-dev): the path, the type, ! where the object requires
// it (all of base_event, finding and compliance_finding), and the values that an enumeration has.
const ocsfAttributes = `
activity_id integer! 0 1 2 3 99
activity_name string
category_uid integer! 2
category_name string Findings
class_uid integer! 2003
class_name string
type_uid integer! 200300 200301 200302 200303 200399
type_name string
time integer!
severity_id integer! 0 1 2 3 4 5 6 99
severity string Unknown Informational Low Medium High Critical Fatal Other
status_id integer 0 1 2 3 4 5 6 99
status string
status_detail string
message string
metadata object!
metadata.version string! 1.5.0
metadata.uid string
metadata.profiles[] string cloud
metadata.product object!
metadata.product.name string
metadata.product.uid string
metadata.product.vendor_name string
metadata.product.version string
metadata.product.url_string string
finding_info object!
finding_info.uid string!
finding_info.title string
finding_info.desc string
finding_info.types[] string
finding_info.created_time integer
finding_info.analytic object
finding_info.analytic.uid string
finding_info.analytic.name string
finding_info.analytic.type_id integer! 0 1 2 3 4 5 6 7 8 9 10 11 99
finding_info.analytic.type string
compliance object!
compliance.standards[] string
compliance.requirements[] string
compliance.control string
compliance.control_parameters[] object
compliance.control_parameters[].name string!
compliance.control_parameters[].value string
compliance.status_id integer 0 1 2 3 99
compliance.status string Unknown Pass Warning Fail Other
compliance.status_code string
compliance.status_details[] string
resources[] object
resources[].uid string
resources[].name string
resources[].type string
resources[].labels[] string
resources[].data any
resources[].region string
resources[].cloud_partition string
resources[].owner object
resources[].owner.account object
resources[].owner.account.uid string
resources[].owner.account.type_id integer 10
resources[].owner.account.type string
evidences[] object
evidences[].data any
evidences[].api object
evidences[].api.operation string!
evidences[].api.service object
evidences[].api.service.name string
remediation object
remediation.desc string!
remediation.references[] string
cloud object
cloud.provider string!
cloud.region string
cloud.cloud_partition string
cloud.account object
cloud.account.uid string
cloud.account.type_id integer 10
cloud.account.type string
unmapped any
`

// ocsfRule is a line of ocsfAttributes.
type ocsfRule struct {
	kind     string
	required bool
	values   []string
}

func ocsfRules() map[string]ocsfRule {
	rules := map[string]ocsfRule{}
	for line := range strings.Lines(strings.TrimSpace(ocsfAttributes)) {
		words := strings.Fields(line)
		kind, required := strings.CutSuffix(words[1], "!")
		rules[words[0]] = ocsfRule{kind, required, words[2:]}
	}
	return rules
}

// ocsfFaults holds an object to the rules and says what is wrong with it.
func ocsfFaults(rules map[string]ocsfRule, path string, object map[string]any) []string {
	var faults []string
	for _, rule := range slices.Sorted(maps.Keys(rules)) {
		at := strings.LastIndexByte(rule, '.')
		if parent := rule[:max(at, 0)]; parent == path && rules[rule].required && object[rule[at+1:]] == nil {
			faults = append(faults, rule+" is missing")
		}
	}
	for name, value := range object {
		at := strings.TrimPrefix(path+"."+name, ".")
		many, isList := value.([]any)
		if isList {
			at += "[]"
		} else {
			many = []any{value}
		}
		rule, known := rules[at]
		if !known {
			faults = append(faults, at+" is no attribute")
			continue
		}
		for _, v := range many {
			kind := "any"
			switch v := v.(type) {
			case json.Number:
				if _, err := v.Int64(); err == nil {
					kind = "integer"
				}
			case string:
				kind = "string"
			case map[string]any:
				kind = "object"
				if rule.kind == kind {
					faults = append(faults, ocsfFaults(rules, at, v)...)
				}
			}
			if rule.kind != "any" && rule.kind != kind {
				faults = append(faults, fmt.Sprintf("%s is %s", at, kind))
			}
			if len(rule.values) > 0 && !slices.Contains(rule.values, fmt.Sprint(v)) {
				faults = append(faults, fmt.Sprintf("%s is %v", at, v))
			}
		}
	}
	return faults
}

func ocsfEvents(t *testing.T, text string) []map[string]any {
	t.Helper()
	var out []map[string]any
	for line := range strings.Lines(text) {
		d := json.NewDecoder(strings.NewReader(line))
		d.UseNumber()
		var event map[string]any
		if err := d.Decode(&event); err != nil {
			t.Fatal(err)
		}
		out = append(out, event)
	}
	return out
}

// TestOCSFIsWhatTheSchemaAsks of every event of every report.
func TestOCSFIsWhatTheSchemaAsks(t *testing.T) {
	rules := ocsfRules()
	for name, r := range reports() {
		for _, event := range ocsfEvents(t, render(t, OCSF, r)) {
			for _, fault := range ocsfFaults(rules, "", event) {
				t.Errorf("%s: %s", name, fault)
			}
			_, cloud := event["cloud"]
			if _, on := event["metadata"].(map[string]any)["profiles"]; cloud != on {
				t.Errorf("%s: the profile is on: %v, its attribute is there: %v", name, on, cloud)
			}
		}
	}
}

// TestOCSFOfDocuments asks the same of documents: of those in the repository, and of those
// that CI makes of the examples and of accounts, in the folder that HIPAACTL_OCSF names.
func TestOCSFOfDocuments(t *testing.T) {
	var documents []string
	for _, pattern := range []string{"../../testdata/golden/*.ocsf.jsonl", filepath.Join(stdcmp.Or(os.Getenv("HIPAACTL_OCSF"), t.TempDir()), "*.ocsf")} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		if os.Getenv("HIPAACTL_OCSF") != "" && len(found) == 0 {
			t.Errorf("no document is %s", pattern)
		}
		documents = append(documents, found...)
	}
	rules := ocsfRules()
	for _, name := range documents {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		events := ocsfEvents(t, string(text))
		if len(events) == 0 {
			t.Errorf("%s has no event", name)
		}
		for i, event := range events {
			for _, fault := range ocsfFaults(rules, "", event) {
				t.Errorf("%s:%d: %s", name, i+1, fault)
			}
		}
	}
}

// TestOCSFRulesBite shows that a wrong event is found to be wrong.
func TestOCSFRulesBite(t *testing.T) {
	line, _, _ := strings.Cut(render(t, OCSF, accountSample()), "\n")
	for _, c := range [][3]string{
		{`"class_uid":2003`, `"class_uid":2004`, "class_uid is 2004"},
		{`"uid":"hipaactl"`, `"guid":"hipaactl"`, "metadata.product.guid is no attribute"},
		{`"version":"1.5.0",`, ``, "metadata.version is missing"},
		{`"time":2`, `"time":0.2`, "time is any"},
		{`"provider":"AWS",`, ``, "cloud.provider is missing"},
		{`"status":"Fail"`, `"status":"Failed"`, "compliance.status is Failed"},
	} {
		broken := strings.Replace(line, c[0], c[1], 1)
		if broken == line {
			t.Errorf("%s is not there", c[0])
			continue
		}
		if faults := ocsfFaults(ocsfRules(), "", ocsfEvents(t, broken)[0]); !slices.Contains(faults, c[2]) {
			t.Errorf("%s: want %q, got %q", c[1], c[2], faults)
		}
	}
}

// TestOCSFStates: what consumers filter by, for each kind of verdict.
func TestOCSFStates(t *testing.T) {
	var got []string
	for _, e := range ocsfEvents(t, render(t, OCSF, accountSample())) {
		c := e["compliance"].(map[string]any)
		got = append(got, fmt.Sprintf("%v %v, %v %v, %v", c["status_id"], c["status"], e["status_id"], e["status"], e["severity"]))
	}
	want := []string{
		"3 Fail, 1 New, High", "1 Pass, 1 New, Informational", "3 Fail, 3 Suppressed, High", "0 Unknown, 1 New, High", "3 Fail, 1 New, Critical",
	}
	for range len(got) - len(want) {
		want = append(want, "2 Warning, 1 New, Unknown") // what was not read
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestOCSFKnowsWhatIsNotNew(t *testing.T) {
	r := accountSample()
	r.Findings = r.Findings[:1]
	r.Findings[0].Baseline = "unchanged"
	if e := ocsfEvents(t, render(t, OCSF, r))[0]; fmt.Sprintf("%v %v", e["activity_id"], e["type_uid"]) != "2 200302" {
		t.Errorf("activity %v, type %v", e["activity_id"], e["type_uid"])
	}
}

func TestPartitions(t *testing.T) {
	known := partitionsOf(finding.Report{Findings: []finding.Finding{
		{Resource: finding.Resource{Account: "111122223333", ARN: "arn:aws-us-gov:s3:::b"}},
	}})
	for _, c := range []struct {
		resource finding.Resource
		want     string
	}{
		{finding.Resource{Account: "111122223333"}, "aws-us-gov"},
		{finding.Resource{Account: "444455556666"}, "aws"},
		{finding.Resource{Account: "444455556666", Region: "cn-north-1"}, "aws-cn"},
		{finding.Resource{Account: "444455556666", Region: "us-gov-west-1"}, "aws-us-gov"},
		{finding.Resource{Account: "444455556666", ARN: "arn:aws-cn:s3:::b"}, "aws-cn"},
		{finding.Resource{}, ""},
	} {
		if got := known.of(c.resource); got != c.want {
			t.Errorf("%+v is in %q, want %q", c.resource, got, c.want)
		}
	}
}
