package hipaa

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRule(t *testing.T) {
	all := All()
	if len(all) != 69 {
		t.Errorf("got %d rows, want 69", len(all))
	}
	id := regexp.MustCompile(`^164\.3(08|10|12|14|16)(\([a-e]\))(\(\d\))?(\([iv]+\))?(\([A-E]\))?$`)
	control := regexp.MustCompile(`^([A-Z]{2}-\d{1,2}(\(\d{1,2}\))?|all -1 controls)$`)
	byEvidence := map[Evidence]int{}
	for _, c := range all {
		byEvidence[c.Evidence]++
		if !id.MatchString(c.ID) {
			t.Errorf("%s: not the form of a citation", c.ID)
		}
		if c.Title == "" || c.Meaning == "" || len(c.NIST) == 0 {
			t.Errorf("%s: incomplete: %+v", c.ID, c)
		}
		for _, n := range c.NIST {
			if !control.MatchString(n) {
				t.Errorf("%s: %q is not a control", c.ID, n)
			}
		}
		if c.Evidence != Manual && c.Shows == "" {
			t.Errorf("%s: evidence is %s, yet nothing says what a scan shows", c.ID, c.Evidence)
		}
		// Only an addressable specification leaves the choice of 164.306(d)(3).
		if choice := strings.HasSuffix(c.Provide, "or the documented reason and alternative."); c.Provide == "" || choice != (c.Kind == AddressableSpec) {
			t.Errorf("%s: does not say what to provide: %q", c.ID, c.Provide)
		}
		checkStructure(t, c)
	}
	want := map[Evidence]int{Automated: 14, Partial: 32, Manual: 23}
	if d := cmp.Diff(want, byEvidence); d != "" {
		t.Errorf("rows by evidence (-want +got):\n%s", d)
	}
}

// checkStructure holds the facts about the rule's tree: specifications have a
// standard above them, standards have none, and one without specifications is required in itself.
func checkStructure(t *testing.T, c Citation) {
	t.Helper()
	switch c.Kind {
	case Standard:
		if c.Parent != "" {
			t.Errorf("%s: a standard has a parent %s", c.ID, c.Parent)
		}
		if childless := len(Children(c.ID)) == 0; c.Mandatory && !childless {
			t.Errorf("%s: mandatory in itself, yet it has specifications", c.ID)
		}
	case Required, AddressableSpec:
		p, ok := Lookup(c.Parent)
		if !ok || p.Kind != Standard || c.Mandatory || p.ID[:7] != c.ID[:7] {
			t.Errorf("%s: parent %q is not a standard of its section", c.ID, c.Parent)
		}
	default:
		t.Errorf("%s: kind %q", c.ID, c.Kind)
	}
}

func TestLookup(t *testing.T) {
	tests := []struct {
		id    string
		title string
		label string
	}{
		{"164.312(a)(2)(iv)", "Encryption and decryption", "addressable"},
		{"164.312(b)", "Audit controls", "required standard"},
		{"164.308(a)(7)(ii)(A)", "Data backup plan", "required"},
		{"164.312(e)(1)", "Transmission security", "standard"},
		{"164.308(a)(4)(ii)(C)", "Access establishment and modification", "addressable"},
	}
	for _, tt := range tests {
		c, ok := Lookup(tt.id)
		if !ok || c.Title != tt.title || c.Label() != tt.label {
			t.Errorf("%s: got %q, %q, %v", tt.id, c.Title, c.Label(), ok)
		}
	}
	for _, id := range []string{"", "164.312", "164.312(a)", "164.312(z)", "45 CFR 164.312(b)"} {
		if Known(id) {
			t.Errorf("%q is known, but it is no standard or specification", id)
		}
	}
}

func TestChildren(t *testing.T) {
	var got []string
	for _, c := range Children("164.312(a)(1)") {
		got = append(got, c.ID)
	}
	want := []string{"164.312(a)(2)(i)", "164.312(a)(2)(ii)", "164.312(a)(2)(iii)", "164.312(a)(2)(iv)"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if c := Children("164.312(b)"); c != nil {
		t.Errorf("audit controls have no specifications, got %v", c)
	}
	if c := Children(""); c != nil {
		t.Errorf("standards are nobody's children, got %d", len(c))
	}
}

func TestWithin(t *testing.T) {
	tests := []struct {
		id, query string
		want      bool
	}{
		{"164.312(a)(2)(iv)", "164.312(a)(2)(iv)", true},
		{"164.312(a)(2)(iv)", "164.312(a)(1)", true}, // the standard it implements
		{"164.312(a)(2)(iv)", "164.312(a)", true},
		{"164.312(a)(2)(iv)", "164.312", true},
		{"164.312(a)(2)(iv)", "164.31", false},
		{"164.312(a)(2)(iv)", "164.312(a)(2)(i", false},
		{"164.312(a)(2)(iv)", "164.312(a)(2)(i)", false},
		{"164.312(a)(2)(iv)", "", false},
		{"164.312(a)(1)", "164.312(a)(2)(iv)", false},
	}
	for _, tt := range tests {
		if got := Within(tt.id, tt.query); got != tt.want {
			t.Errorf("Within(%q, %q) = %v", tt.id, tt.query, got)
		}
	}
	for query, want := range map[string]bool{
		"164.312": true, "164.312(a)": true, "164.308(a)(1)": true, "164.306": false, "164.312(f)": false, "": false,
	} {
		if got := Names(query); got != want {
			t.Errorf("Names(%q) = %v", query, got)
		}
	}
}

func TestNormalize(t *testing.T) {
	for _, s := range []string{"164.312(b)", " 164.312 (b) ", "45 CFR 164.312(b)", "§ 164.312(b)", "45 CFR §\u00a0164.312(b)"} {
		if got := Normalize(s); got != "164.312(b)" {
			t.Errorf("Normalize(%q) = %q", s, got)
		}
	}
}

func TestProposed(t *testing.T) {
	for id, want := range map[string]bool{
		"164.312(b)(2)": true, "164.308(a)(9)(ii)(D)": true, "164.314(a)(2)(i)(D)": true, "164.306(c)": true,
		"164.312": false, "164.512(a)": false, "164.312(a": false, "164.312(a)x": false, "": false,
	} {
		if got := Proposed(id); got != want {
			t.Errorf("Proposed(%q) = %v", id, got)
		}
	}
}

func TestCompareIsRegulationOrder(t *testing.T) {
	ids := []string{"164.999(a)", "164.316(a)", "164.308(b)(1)", "164.308(a)(1)(ii)(A)", "164.998(a)", "164.312(a)(1)"}
	slices.SortFunc(ids, Compare)
	want := []string{"164.308(a)(1)(ii)(A)", "164.308(b)(1)", "164.312(a)(1)", "164.316(a)", "164.998(a)", "164.999(a)"}
	if d := cmp.Diff(want, ids); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestParseRejects(t *testing.T) {
	for name, text := range map[string]string{
		"empty":          "",
		"other columns":  "id,title\n164.312(b),x\n",
		"repeated id":    header + "\na,,,,,,,,\na,,,,,,,,\n",
		"missing column": header + "\na,b\n",
	} {
		if _, err := parse(text); err == nil || !strings.HasPrefix(err.Error(), "read the rule's data: ") {
			t.Errorf("%s: got error %v", name, err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := parse(source); err != nil {
			b.Fatal(err)
		}
	}
}
