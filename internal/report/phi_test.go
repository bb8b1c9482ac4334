package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
)

const carried = "carried from aws_s3_bucket.main (tag DataClass = PHI)"

// copies is a report on two instances of a block to which PHI is carried, each from a
// resource of its own, and on one that a marker names.
func copies() finding.Report {
	r := finding.Report{Rules: sampleRules(), Complete: true}
	add := func(name string, path ...finding.PHIStep) {
		f := finding.Finding{
			Rule: "HIPAA-S3-003", Status: finding.Fail, Severity: finding.Critical, Message: "block_public_acls is off", PHI: "yes",
			PHIWhy: carried, PHIPath: path, Resource: finding.Resource{Root: ".", Address: "aws_s3_bucket." + name, Type: "aws_s3_bucket", Source: "code"},
			Location: finding.Location{File: "main.tf", Line: 3}, Fingerprint: finding.Fingerprint(name, "", "", "", nil),
		}
		if path == nil {
			f.PHIWhy, f.Location.Line = "tag DataClass = PHI", 9
		}
		r.Findings = append(r.Findings, f)
	}
	for _, key := range []string{`["a"]`, `["b"]`} {
		add("copy"+key, finding.PHIStep{From: "aws_s3_bucket.main" + key, To: "aws_s3_bucket.copy" + key, Via: "x.y", Why: "objects are copied to it"})
	}
	add("main")
	r.Finish()
	return r
}

func TestPHIPathIsShown(t *testing.T) {
	const way = `carried from aws_s3_bucket.main (tag DataClass = PHI) -> aws_s3_bucket.copy["a"] (objects are copied to it)`
	text := render(t, NewText(TextOptions{Width: 200}), copies())
	if want := "  aws_s3_bucket.copy  holds PHI\n    PHI    carried from aws_s3_bucket.main (tag DataClass = PHI) -> aws_s3_bucket.copy (objects are copied to it)\n\n"; !strings.Contains(text, want) {
		t.Errorf("text has no\n%s in\n%s", want, text)
	}
	if strings.Count(text, "    PHI    ") != 1 || !strings.Contains(text, "  aws_s3_bucket.main  holds PHI\n\n") {
		t.Errorf("a marker that names the resource needs no line:\n%s", text)
	}
	one := copies()
	one.Findings = one.Findings[:1]
	if text := render(t, NewText(TextOptions{Width: 200}), one); !strings.Contains(text, "    PHI    "+way+"\n") {
		t.Errorf("text has no %s:\n%s", way, text)
	}
	if text := render(t, JUnit, one); !strings.Contains(text, "PHI: "+strings.NewReplacer(`"`, "&#34;", ">", "&gt;").Replace(way)+"&#xA;") {
		t.Errorf("JUnit has no %s:\n%s", way, text)
	}
	log := sarif(one)
	got := log.Runs[0].Results[0]
	if got.Properties["phiPath"] != way || !strings.HasSuffix(got.Message.Text, "is off. PHI is "+way+".") {
		t.Errorf("got %+v", got)
	}
}

func TestPHIPathOfManySteps(t *testing.T) {
	var path []finding.PHIStep
	for i := range 9 {
		path = append(path, finding.PHIStep{To: fmt.Sprint("n", i)})
	}
	for n, want := range map[int]string{
		0: "", 1: "why -> n0, although x", 6: "why -> n0 -> n1 -> n2 -> n3 -> n4 -> n5, although x",
		7: "why -> n0 -> n1 -> n2 -> 1 more -> n4 -> n5 -> n6, although x", 9: "why -> n0 -> n1 -> n2 -> 3 more -> n6 -> n7 -> n8, although x",
	} {
		if got := PHIPath("why, although x", path[:n]); got != want {
			t.Errorf("%d steps: got %q, want %q", n, got, want)
		}
	}
}
