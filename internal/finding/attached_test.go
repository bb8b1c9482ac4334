package finding

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAttachKeepsEachDocumentOnceInOrder(t *testing.T) {
	scan := Attached{Name: "b.sarif", Digest: "1", Parts: []AttachedPart{{Kind: "vulnerability-scan"}}}
	again := scan
	other := Attached{Name: "b.sarif", Digest: "1", Parts: []AttachedPart{{Kind: "container-scan"}}}
	first := Attached{Name: "a.json", Digest: "2", Parts: []AttachedPart{{Kind: "sbom"}}}
	r := Report{Attached: []Attached{scan}}
	r.Attach(other, again, first)
	if diff := cmp.Diff([]Attached{first, other, scan}, r.Attached); diff != "" {
		t.Error(diff)
	}
}
