package report

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// TestBounded shows what is left out of a report that is too long to be held: what passes
// first, then the mildest, and never without a word.
func TestBounded(t *testing.T) {
	var all []finding.Finding
	add := func(n int, status finding.Status, severity finding.Severity) {
		for range n {
			all = append(all, finding.Finding{Rule: fmt.Sprintf("R%03d", len(all)), Status: status, Severity: severity})
		}
	}
	add(3, finding.Pass, finding.Critical)
	add(2, finding.Fail, finding.Low)
	add(2, finding.NotApplicable, finding.Critical)
	add(2, finding.Unknown, finding.Critical)
	add(2, finding.Fail, finding.Critical)
	for limit, want := range map[int]string{
		20: "3 pass, 2 fail low, 2 not_applicable, 2 unknown critical, 2 fail critical",
		11: "3 pass, 2 fail low, 2 not_applicable, 2 unknown critical, 2 fail critical",
		8:  "2 pass, 2 fail low, 2 unknown critical, 2 fail critical",
		5:  "1 fail low, 2 unknown critical, 2 fail critical",
		3:  "1 unknown critical, 2 fail critical",
	} {
		given := finding.Report{Summary: finding.Summary{Pass: 3, Fail: 4, Unknown: 2, NotApplicable: 2}}
		got, err := bounded(given, Each(all), limit)
		if err != nil {
			t.Fatal(err)
		}
		for want := range strings.SplitSeq(want, ", ") {
			n := 0
			count, name, _ := strings.Cut(want, " ")
			for _, f := range got.Findings {
				if name == string(f.Status) || name == string(f.Status)+" "+string(f.Severity) {
					n++
				}
			}
			if fmt.Sprint(n) != count {
				t.Errorf("of %d: %d %s, want %s", limit, n, name, count)
			}
		}
		if len(got.Findings) != min(limit, len(all)) || !finding.IsSorted(got.Findings) || got.Summary != given.Summary {
			t.Errorf("of %d: %d, in order %v, counts %+v", limit, len(got.Findings), finding.IsSorted(got.Findings), got.Summary)
		}
		if told := slices.ContainsFunc(got.Coverage.Notes, func(n string) bool {
			return strings.HasPrefix(n, fmt.Sprintf("%d of 11 findings are not listed", 11-limit))
		}); told != (limit < 11) {
			t.Errorf("of %d: notes %v", limit, got.Coverage.Notes)
		}
	}
}

// TestStreamed shows that a format which streams writes the same as from memory, and that a
// stream's error ends it.
func TestStreamed(t *testing.T) {
	r := finding.Report{Schema: finding.Schema, Findings: []finding.Finding{{Rule: "A", Status: finding.Fail}, {Rule: "B", Status: finding.Pass}}}
	r.Finish()
	for name := range streams {
		t.Run(name, func(t *testing.T) {
			write, err := Lookup(name)
			if err != nil {
				t.Fatal(err)
			}
			var whole, streamed bytes.Buffer
			if err := write(&whole, r); err != nil {
				t.Fatal(err)
			}
			rest := r
			rest.Findings = nil
			if ok, err := Stream(&streamed, name, rest, Each(r.Findings)); !ok || err != nil {
				t.Fatal(ok, err)
			}
			if whole.String() != streamed.String() {
				t.Errorf("from memory:\n%s\nstreamed:\n%s", &whole, &streamed)
			}
			broken := errors.New("broken")
			_, err = Stream(&streamed, name, rest, func(yield func(finding.Finding, error) bool) { yield(finding.Finding{}, broken) })
			if !errors.Is(err, broken) {
				t.Errorf("%v, want the error of the findings", err)
			}
		})
	}
	if ok, _ := Stream(&bytes.Buffer{}, "text", r, Each(nil)); ok {
		t.Error("text needs all findings at once")
	}
}
