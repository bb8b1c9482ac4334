package merge

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// TestCompare shows what counts as new and as fixed.
func TestCompare(t *testing.T) {
	const a, b = "111111111111/eu-west-1", "222222222222/eu-west-1"
	waived := live(a, "R1", "waived", finding.Fail)
	waived.Waiver = &finding.Waiver{}
	twice := live(a, "R2", "twice", finding.Fail)
	low := live(b, "R1", "low", finding.Fail)
	low.Severity = finding.Low
	before := merged(t, run{"1.json", morning, "", []finding.Finding{
		live(a, "R1", "stays", finding.Fail), live(a, "R1", "fixed", finding.Fail), live(a, "R1", "waived", finding.Fail), twice, live(b, "R1", "passes", finding.Pass),
		live(b, "R3", "not asked for again", finding.Fail),
	}, nil}.input(t))
	now := merged(t, run{"2.json", noon, "", []finding.Finding{
		live(a, "R1", "stays", finding.Fail), live(a, "R1", "fixed", finding.Pass), waived, twice, twice, live(b, "R1", "passes", finding.Fail), low,
	}, nil}.input(t))
	got, err := Compare("1.json", before, now)
	if err != nil {
		t.Fatal(err)
	}
	high := func(root, rule, address string) finding.Changed {
		return finding.Changed{Rule: rule, Severity: finding.High, Root: root, Address: address}
	}
	want := finding.Comparison{
		Of: "1.json", Time: finding.Time{Started: morning, Finished: morning},
		Before: finding.Summary{Pass: 1, Fail: 5}, Now: finding.Summary{Pass: 1, Fail: 5, Waived: 1}, New: 3, Unchanged: 2, Fixed: 1, Waived: 1, NotJudged: 1,
		Severities: []finding.SeverityTrend{{Severity: finding.Critical}, {Severity: finding.High, Before: 5, Now: 4}, {Severity: finding.Medium}, {Severity: finding.Low, Now: 1}, {Severity: finding.Info}},
		Citations: []finding.CitationTrend{{
			Citation: finding.Citation{ID: "164.312(b)", Kind: "standard"}, Before: finding.Summary{Pass: 1, Fail: 5}, Now: finding.Summary{Pass: 1, Fail: 5, Waived: 1},
		}},
		Appeared: []finding.Changed{high(a, "R2", "twice"), high(b, "R1", "passes"), {Rule: "R1", Severity: finding.Low, Root: b, Address: "low"}},
		Gone:     []finding.Changed{high(a, "R1", "fixed")},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestCompareMany shows that the worst are named where there are too many to name.
func TestCompareMany(t *testing.T) {
	var all []finding.Finding
	for i := range 5 * maxChanged {
		f := live("1/", "R1", fmt.Sprintf("b%04d", i), finding.Fail)
		if f.Severity = finding.Low; i == 5*maxChanged-1 {
			f.Severity = finding.Critical
		}
		all = append(all, f)
	}
	none, many := merged(t, run{"0.json", morning, "", []finding.Finding{live("1/", "R1", "passes", finding.Pass)}, nil}.input(t)), merged(t, run{"1.json", noon, "", all, nil}.input(t))
	for _, c := range []struct{ before, now *Merged }{{none, many}, {many, none}} {
		got, err := Compare("x", c.before, c.now)
		if err != nil {
			t.Fatal(err)
		}
		named := append(got.Appeared, got.Gone...)
		if got.New+got.Fixed != len(all) || len(named) != maxChanged || named[0].Severity != finding.Critical || named[1].Address != "b0000" {
			t.Errorf("%d new, %d fixed, %d named, first %+v", got.New, got.Fixed, len(named), named[:2])
		}
	}
}
