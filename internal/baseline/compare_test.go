package baseline

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

func digits(digit string, n int) string { return strings.Repeat(digit, n) }

// fail is a failure whose fingerprint and grounds are made of one digit each.
func fail(rule, address, digit string, severity finding.Severity, grounds ...string) finding.Finding {
	f := finding.Finding{
		Rule: rule, Status: finding.Fail, Severity: severity, Fingerprint: digits(digit, 32), Resource: finding.Resource{Address: address, Type: "t"},
	}
	for _, g := range grounds {
		f.Grounds = append(f.Grounds, digits(g, 12))
	}
	return f
}

func unsure(f finding.Finding) finding.Finding {
	f.Status = finding.Unknown
	return f
}

func in(root string, f finding.Finding) finding.Finding {
	f.Resource.Root = root
	return f
}

func TestCompare(t *testing.T) {
	one := fail("R", "a.a", "1", finding.High)
	worse, milder := one, one
	worse.Severity, milder.Severity = finding.Critical, finding.Low
	passed, waived := one, one
	passed.Status, waived.Waiver = finding.Pass, &finding.Waiver{}
	both := fail("R", "a.a", "2", finding.High, "a", "b")
	left := fail("R", "a.a", "3", finding.High, "a")
	twice := fail("R", "a.a", "4", finding.High, "a", "a")
	mixed := fail("R", "a.a", "5", finding.High, "a", "c")
	more := fail("R", "a.a", "6", finding.High, "a", "b", "c")
	for _, tt := range []struct {
		name     string
		old, now []finding.Finding
		// want are the marks of now, then what is gone.
		want []string
	}{
		{"the same", []finding.Finding{one}, []finding.Finding{one}, []string{Unchanged}},
		{"nothing recorded", nil, []finding.Finding{one}, []string{New}},
		{"a second one of the same fingerprint", []finding.Finding{one}, []finding.Finding{one, one}, []string{Unchanged, New}},
		{"two recorded, two there", []finding.Finding{one, one}, []finding.Finding{one, one}, []string{Unchanged, Unchanged}},
		{"two recorded, one there", []finding.Finding{one, one}, []finding.Finding{one}, []string{Unchanged, "gone fixed"}},
		{"worse by now", []finding.Finding{one}, []finding.Finding{worse}, []string{New, "gone changed"}},
		{"milder by now", []finding.Finding{one}, []finding.Finding{milder}, []string{Unchanged}},
		{"of two, the worse one keeps the worse entry", []finding.Finding{one, milder}, []finding.Finding{milder, one}, []string{Unchanged, Unchanged}},
		{"another rule", []finding.Finding{fail("S", "a.a", "7", finding.High)}, []finding.Finding{one}, []string{New, "gone fixed"}},
		{"repaired", []finding.Finding{one}, []finding.Finding{passed}, []string{"", "gone fixed"}},
		{"waived", []finding.Finding{one}, []finding.Finding{waived}, []string{"", "gone waived"}},
		{"unknown by now", []finding.Finding{one}, []finding.Finding{unsure(one)}, []string{New, "gone unknown"}},
		{"was unknown, fails", []finding.Finding{unsure(one)}, []finding.Finding{one}, []string{New, "gone changed"}},
		{"was unknown, is", []finding.Finding{unsure(one)}, []finding.Finding{unsure(one)}, []string{Unchanged}},
		{"repaired in part", []finding.Finding{both}, []finding.Finding{left}, []string{Unchanged}},
		{"repaired in part, twice used", []finding.Finding{both}, []finding.Finding{left, left}, []string{Unchanged, New}},
		{"one ground more", []finding.Finding{both}, []finding.Finding{more}, []string{New, "gone changed"}},
		{"one ground for another", []finding.Finding{both}, []finding.Finding{mixed}, []string{New, "gone changed"}},
		{"a ground twice", []finding.Finding{both}, []finding.Finding{twice}, []string{New, "gone changed"}},
		{"in part, but worse", []finding.Finding{both}, []finding.Finding{func() finding.Finding { f := left; f.Severity = finding.Critical; return f }()}, []string{New, "gone changed"}},
		{"in part, of another resource", []finding.Finding{both}, []finding.Finding{fail("R", "a.b", "3", finding.High, "a")}, []string{New, "gone fixed"}},
		{"in part, but unknown", []finding.Finding{both}, []finding.Finding{unsure(left)}, []string{New, "gone unknown"}},
		{"what is the same comes first", []finding.Finding{both, left}, []finding.Finding{left, both}, []string{Unchanged, Unchanged}},
		{"the narrowest serves", []finding.Finding{both, more}, []finding.Finding{left, both}, []string{Unchanged, Unchanged}},
		{"removed", []finding.Finding{fail("R", "a.gone", "1", finding.High)}, nil, []string{"gone removed"}},
		{"another root", []finding.Finding{in("other", one)}, []finding.Finding{in("", func() finding.Finding { f := one; f.Fingerprint = digits("9", 32); return f }())}, []string{New, "gone not read"}},
		{"a root that was there", []finding.Finding{in("deleted", one)}, nil, []string{"gone removed"}},
		{"a root with a gap", []finding.Finding{in("gap", one)}, nil, []string{"gone not read"}},
		{"a gap, but it passes", []finding.Finding{in("gap", one)}, []finding.Finding{in("gap", passed)}, []string{"", "gone fixed"}},
		{"a rule that was not run", []finding.Finding{fail("T", "a.a", "1", finding.High)}, nil, []string{"gone not read"}},
		{"a rule that broke", []finding.Finding{fail("B", "a.a", "1", finding.High)}, nil, []string{"gone not read"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := Of(tt.old)
			r := b.Compare(tt.now, Run{
				Rules: []string{"R", "S", "B"}, Broken: []string{"B"}, Read: func(root string) bool { return root == "deleted" },
				Set: &resource.Set{
					Resources: []*resource.Resource{{Address: resource.Address{Type: "a", Name: "a"}}},
					Seen:      resource.Seen{Roots: []string{"", "gap"}}, Gaps: []resource.Gap{{Root: "gap"}},
				},
			})
			var got []string
			for _, f := range tt.now {
				got = append(got, f.Baseline)
			}
			for _, g := range r.Report.Gone {
				got = append(got, "gone "+g.Why)
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
			if n := len(r.Next.Entries) + len(r.Report.Gone); n < len(b.Entries) {
				t.Errorf("entries got lost: %d of %d", n, len(b.Entries))
			}
		})
	}
}

// TestNext: what is kept is no wider than what is left, and what nobody can tell stays.
func TestNext(t *testing.T) {
	both := fail("R", "a.a", "2", finding.High, "a", "b")
	left := fail("R", "a.a", "3", finding.Low, "a")
	lost := fail("T", "a.a", "1", finding.High)
	r := Of([]finding.Finding{both, lost, fail("R", "a.gone", "5", finding.High)}).Compare([]finding.Finding{left, fail("R", "b.b", "7", finding.High)},
		Run{Rules: []string{"R"}, Set: &resource.Set{Seen: resource.Seen{Roots: []string{""}}}})
	if d := cmp.Diff(Of([]finding.Finding{left, lost}), r.Next); d != "" || r.Narrower != 1 {
		t.Errorf("%d narrower; -want +got:\n%s", r.Narrower, d)
	}
	if d := cmp.Diff(Of([]finding.Finding{fail("R", "b.b", "7", finding.High)}), r.New); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if d := cmp.Diff([3]int{1, 1, 1}, [3]int{r.Report.New, r.Report.Unchanged, r.Report.Fixed}); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	again := r.Next.Compare([]finding.Finding{both}, Run{Rules: []string{"R"}})
	if again.Report.New != 1 {
		t.Errorf("what was repaired and came back is not new: %+v", again.Report)
	}
}

// TestWaiversAreNotRecorded: a waiver that is wrong is always new.
func TestWaiversAreNotRecorded(t *testing.T) {
	wrong := fail("HIPAA-WVR-001", "waiver of R", "1", finding.High)
	wrong.Resource.Type = "waiver"
	findings := []finding.Finding{wrong}
	forged := wrong
	forged.Resource.Type = "t"
	if r := Of([]finding.Finding{forged}).Compare(findings, Run{}); r.Report.New != 1 || findings[0].Baseline != New || len(r.New.Entries) != 0 {
		t.Errorf("%+v", r)
	}
}

func TestOrderOfEntriesDoesNotMatter(t *testing.T) {
	old := []finding.Finding{fail("R", "a.a", "2", finding.High, "a", "b"), fail("R", "a.a", "4", finding.High, "b", "c"), fail("R", "a.b", "5", finding.Low)}
	want := Of(old)
	slices.Reverse(old)
	if d := cmp.Diff(want, Of(old)); d != "" {
		t.Error(d)
	}
}
