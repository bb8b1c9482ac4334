package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
)

func TestInstancesOfOneBlockStandTogether(t *testing.T) {
	at := func(address, rule, message string) finding.Finding {
		return finding.Finding{
			Rule: rule, Status: finding.Fail, Severity: finding.High, Message: message,
			Resource: finding.Resource{Address: address}, Location: finding.Location{File: "main.tf", Line: 1},
		}
	}
	r := finding.Report{Findings: []finding.Finding{at(`x.one["a.b[c]\"]"]`, "R", "off"), at(`module.m["k"].x.b["other"]`, "R", "elsewhere")}}
	for i := range 10 {
		r.Findings = append(r.Findings, at(fmt.Sprintf("module.m[%d].x.b[0]", i), "R", "off"))
	}
	r.Finish()
	got := render(t, NewText(TextOptions{}), r)
	for _, want := range []string{
		"  module.m.x.b\n", "    of     module.m[\"k\"].x.b[\"other\"]\n", // one of several is named
		"    of     module.m[0].x.b[0], module.m[1].x.b[0],", "and 2 more\n",
		`  x.one["a.b[c]\"]"]` + "\n", // alone, by its own name
		"12 failed (12 high)",         // but each counts
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
	if n := strings.Count(got, "HIGH"); n != 3 {
		t.Errorf("%d findings are shown, want 3:\n%s", n, got)
	}
}

func TestBlock(t *testing.T) {
	for in, want := range map[string]string{
		"aws_s3_bucket.b": "aws_s3_bucket.b", "aws_s3_bucket.b[0]": "aws_s3_bucket.b", "a.b[*]": "a.b",
		`module.m["x.y"].a.b["]\"["]`: "module.m.a.b", `a.b["unclosed`: "a.b", "": "",
	} {
		if got := block(in); got != want {
			t.Errorf("block(%s) = %s, want %s", in, got, want)
		}
	}
}
