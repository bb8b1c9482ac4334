package waiver

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
)

// TestOneComplaint: what follows from another fault is not complained of as well.
func TestOneComplaint(t *testing.T) {
	w := Waiver{Rule: "HIPAA-S3-030", Resource: "aws_s3_bucket.site", Assertion: "strict", Kind: AlternativeMeasure, Expires: day("2027-01-31")}
	for _, proposed := range []bool{false, true} {
		l := limits()
		l.Proposed = proposed
		if got := l.Judge(w); len(got) != 1 || got[0].Demand != demandRule || !strings.HasPrefix(got[0].Message, "names no rule") {
			t.Errorf("proposed %v: %+v", proposed, got)
		}
	}
	for old, want := range map[string]string{
		"    kind: false-positive\n": "is malformed: kind is missing",
		"2027-01-31":                 "is malformed: expires: want a date such as 2027-01-31",
	} {
		text := strings.Replace(sound, old, map[bool]string{true: "", false: "0999-01-31"}[strings.HasPrefix(old, " ")], 1)
		if got := Parse("w.yaml", []byte(text)).Problems; len(got) != 1 || got[0].Message != want {
			t.Errorf("%q: %+v", old, got)
		}
	}
	text := strings.Replace(sound, "    kind: false-positive\n", "    measure: x\n", 1)
	if got := Parse("w.yaml", []byte(text)).Problems; len(got) != 1 || got[0].Message != "is malformed: kind is missing" {
		t.Errorf("%+v", got)
	}
	if got := Parse("w.yaml", []byte("waivers:\n  - a: [\n")).Problems; len(got) != 1 || got[0].At.Line < 2 {
		t.Errorf("not YAML: %+v", got)
	}
}

func TestKindIsNamed(t *testing.T) {
	for rule, want := range map[string]string{"HIPAA-RDS-001": "which is required", "HIPAA-RDS-002": "which is a standard"} {
		w := Waiver{Rule: rule, Resource: "aws_s3_bucket.site", Kind: AlternativeMeasure, Expires: day("2027-01-31")}
		if got := limits().Judge(w); len(got) != 1 || !strings.HasSuffix(got[0].Message, want) {
			t.Errorf("%s: %+v", rule, got)
		}
	}
}

// TestWide: every resource of a block is the block, which is no width.
func TestWide(t *testing.T) {
	w := Waiver{Rule: "HIPAA-S3-003", Resource: "*", Kind: FalsePositive, Expires: day("2027-01-31"), Block: &Block{}}
	if got := limits().Judge(w); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestInlineEdges(t *testing.T) {
	const w = "hipaactl:ignore HIPAA-S3-003 expires=2027-01-31 approver=@s kind=false-positive reason=a\\ "
	text := "resource \"a\" \"b\" {\n} # " + w + "\n"
	got := Inline("m.tf", []byte(text))
	if len(got.Waivers) != 1 || got.Waivers[0].Reason != `a\` || got.Waivers[0].Block.From != 1 {
		t.Errorf("on the last line: %+v", got)
	}
	b := Block{From: 2, To: 4, FromColumn: 20, ToColumn: 5}
	for at, want := range map[[2]int]bool{{2, 19}: false, {2, 20}: true, {3, 1}: true, {3, 90}: true, {4, 5}: true, {4, 6}: false, {1, 30}: false, {5, 1}: false} {
		if b.within(hcl.Pos{Line: at[0], Column: at[1]}) != want {
			t.Errorf("%v is within: %v", at, !want)
		}
	}
}

func TestNoColumns(t *testing.T) {
	b := Block{From: 3, To: 6}
	if !b.within(hcl.Pos{Line: 6, Column: 10}) {
		t.Error("columns count where there are none")
	}
	if text, closed := unquote(`"a\`); text != `a\` || closed {
		t.Errorf("%q, %v", text, closed)
	}
}
