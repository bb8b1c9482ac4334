package graphtest

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/graph"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// block is the provider's schema of a resource or nested block.
type block struct {
	Attributes map[string]json.RawMessage `json:"attributes"`
	BlockTypes map[string]struct {
		Block block `json:"block"`
	} `json:"block_types"`
}

// CheckSchema holds the types and attributes of a table, and the identities of the types,
// against the provider's schema. file is the published schema, stripped to names, types
// and flags; where it is not there the test is skipped. gone are names of earlier versions
// of the provider.
func CheckSchema(t *testing.T, file string, rows []graph.Row, gone ...string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Skipf("the provider's schema is not beside this repository: %v", err)
	}
	defer func() { _ = f.Close() }() // nothing was written
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Resource map[string]struct {
			Block block `json:"block"`
		} `json:"resource"`
	}
	if err := json.NewDecoder(z).Decode(&doc); err != nil {
		t.Fatal(err)
	}
	missing := map[string]bool{}
	for _, row := range rows {
		if !strings.HasPrefix(row.Holder, "aws_") {
			continue // of another provider
		}
		for _, end := range []graph.End{row.From, row.To} {
			if end.Path != "" && !doc.Resource[row.Holder].Block.has(end.Path) {
				missing[row.Holder+"."+end.Path] = true
			}
			for _, typ := range end.Types {
				for _, attr := range resource.IdentityOf(typ).Attrs {
					if !doc.Resource[typ].Block.has(attr) {
						missing[typ+"."+attr] = true
					}
				}
			}
		}
	}
	for _, name := range gone {
		if !missing[name] {
			t.Errorf("%s is in the schema, or in no table: it is not gone", name)
		}
		delete(missing, name)
	}
	for name := range missing {
		t.Errorf("the provider has no %s", name)
	}
}

// has tells whether a path leads to an attribute, or into one that holds more.
func (b block) has(path string) bool {
	first, rest, more := strings.Cut(path, ".")
	first = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(first, "[]"), "(json)"), "[]"), "{}")
	if _, ok := b.Attributes[first]; ok {
		return true
	}
	nested, ok := b.BlockTypes[first]
	return ok && more && nested.Block.has(rest)
}
