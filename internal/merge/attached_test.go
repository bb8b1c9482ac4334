package merge

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// TestAttached holds that documents of other tools stay with a result, each once.
func TestAttached(t *testing.T) {
	document := func(name string) finding.Attached {
		return finding.Attached{Name: name, Digest: "0", Parts: []finding.AttachedPart{{Kind: "sbom", Complete: true, Supports: []finding.Support{}}}}
	}
	with := func(name, finished string, documents ...finding.Attached) Input {
		return run{name, finished, "", nil, func(r *finding.Report) { r.Attach(documents...) }}.input(t)
	}
	a, b := document("a.json"), document("b.json")
	m := merged(t, with("1.json", morning, b, a), with("2.json", noon, b))
	if d := cmp.Diff([]finding.Attached{a, b}, m.Report.Attached); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}
