package layering

import (
	"slices"
	"strings"
	"testing"
)

// layers says which layers of ours each may import. It is the table of
// docs/architecture.md; what is not listed imports nothing of ours.
var layers = map[string][]string{
	"policies":   {},
	"hipaa":      {},
	"spelling":   {},
	"resource":   {},
	"detect":     {},
	"pattern":    {},
	"finding":    {"resource"},
	"contents":   {"resource", "detect", "pattern"},
	"terraform":  {"resource", "contents"},
	"aws":        {"resource", "contents"},
	"github":     {"resource", "detect"},
	"tree":       {},
	"leaks":      {"resource", "detect", "tree"},
	"repository": {"resource", "detect", "tree", "pattern"},
	"snapshot":   {"resource"},
	"graph":      {"resource"},
	"phi":        {"resource", "graph"},
	"checks":     {"resource", "finding", "hipaa"},
	"waiver":     {"resource", "finding", "spelling"},
	"baseline":   {"resource", "finding"},
	"report":     {"finding", "hipaa"},
	"merge":      {"resource", "finding", "hipaa"},
	"evidence":   {"finding", "hipaa"},
	"bench":      {}, // a tool for developers: it runs the program as a user would
	"cmd": {
		"policies", "examples", "hipaa", "resource", "detect", "finding", "terraform", "aws", "github",
		"tree", "pattern", "leaks", "repository", "snapshot", "graph", "phi", "checks", "waiver", "baseline", "report", "merge", "evidence", "spelling",
	},
}

// homes says which layers may import a package that is not ours: one SDK has one
// home, and only what reads a live system may open a connection.
var homes = map[string][]string{
	"github.com/open-policy-agent/opa": {"checks"},
	"github.com/aws":                   {"aws"},
	"github.com/google/go-github":      {"github"},
	"github.com/spf13":                 {"cmd"},
	"net":                              {"aws", "github"},
	"os/exec":                          {"bench", "cmd"},
	"unsafe":                           {},
}

// vocabulary may import these packages of others and no more: it is what every
// layer shares, so what it imports everything imports.
var vocabulary = []string{"github.com/hashicorp/hcl/v2", "github.com/zclconf/go-cty"}

func TestImports(t *testing.T) {
	for _, s := range sources(t) {
		if s.test {
			continue // a test may set up what stands above the layer it tests
		}
		for _, path := range s.imports() {
			if why := forbidden(s.home, path); why != "" {
				t.Errorf("%s imports %s: %s", s.path, path, why)
			}
		}
	}
}

// forbidden says why a layer may not import a package; empty where it may.
func forbidden(home, path string) string {
	if rel, ok := strings.CutPrefix(path, module+"/"); ok {
		if forTests(rel) {
			return "it is for tests alone"
		}
		return forbiddenOurs(home, layer(rel))
	}
	if path == "net/url" {
		return "" // it opens no connection
	}
	for prefix, allowed := range homes {
		if under(path, prefix) && !slices.Contains(allowed, home) {
			return "allowed are: " + strings.Join(allowed, ", ")
		}
	}
	if home == "resource" && strings.Contains(path, ".") && !slices.ContainsFunc(vocabulary, func(p string) bool { return under(path, p) }) {
		return "the vocabulary imports hcl, go-cty and the standard library alone"
	}
	return ""
}

func forbiddenOurs(home, target string) string {
	may, known := layers[home]
	switch {
	case !known:
		return "the layer " + home + " is not in the table of this test"
	case target == home || slices.Contains(may, target):
		return ""
	}
	return home + " may import of ours only: " + strings.Join(may, ", ")
}

// under tells whether a package path is prefix, below it, or a later major version of it.
func under(path, prefix string) bool {
	return path == prefix || strings.HasPrefix(path, prefix+"/")
}

// TestForbidden shows that the table bites.
func TestForbidden(t *testing.T) {
	for _, c := range []struct {
		home, path string
		want       bool
	}{
		{"terraform", module + "/internal/resource", false},
		{"terraform", module + "/internal/terraform/function", false},
		{"terraform", module + "/internal/finding", true},
		{"snapshot", module + "/internal/resource", false},
		{"snapshot", module + "/internal/aws", true},
		{"resource", module + "/internal/finding", true},
		{"report", module + "/internal/checks", true},
		{"unheard", module + "/internal/resource", true},
		{"cmd", module + "/policies", false},
		{"checks", "github.com/open-policy-agent/opa/v1/rego", false},
		{"report", "github.com/open-policy-agent/opa/v1/ast", true},
		{"aws", module + "/internal/aws/awstest", true},
		{"terraform", "net/http", true},
		{"terraform", "os/exec", true},
		{"report", "net/url", false},
		{"aws", "net/http", false},
		{"terraform", "github.com/zclconf/go-cty-yaml", false},
		{"resource", "github.com/zclconf/go-cty/cty", false},
		{"resource", "github.com/zclconf/go-cty-yaml", true},
		{"resource", "slices", false},
		{"report", "github.com/spf13/cobra", true},
	} {
		if why := forbidden(c.home, c.path); (why != "") != c.want {
			t.Errorf("forbidden(%s, %s) = %q, want forbidden: %v", c.home, c.path, why, c.want)
		}
	}
}
