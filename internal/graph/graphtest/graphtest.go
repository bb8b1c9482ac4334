// Package graphtest holds tables of references against configurations that have them, and
// against the provider's schema. Only tests import it.
package graphtest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/graph"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform"
)

// Load evaluates a configuration for a table.
func Load(t *testing.T, table *graph.Table, source string) resource.Set {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	wanted := resource.Wanted{}
	table.Want(wanted)
	set, err := terraform.Load(t.Context(), terraform.Options{Paths: []string{dir}, Wanted: wanted})
	if err != nil {
		t.Fatal(err)
	}
	for _, gap := range set.Gaps {
		t.Fatalf("%s: %s\n%s", gap.What, gap.Why, source)
	}
	return set
}

// CheckRows shows of each row, with each of the types that it names, that a configuration
// with the reference has the edge, from the one end to the other and not back.
func CheckRows(t *testing.T, rows []graph.Row) {
	t.Helper()
	for _, row := range rows {
		alone := graph.New([]graph.Row{row})
		for _, from := range ends(row.From) {
			for _, to := range ends(row.To) {
				source := Declare(row, from, to)
				set := Load(t, alone, source)
				got := alone.Find(&set)
				if len(got.Edges) != 1 || got.Edges[0].From.Address.Name != name("from", row.From) ||
					got.Edges[0].To.Address.Name != name("to", row.To) || len(got.Edges[0].Causes) > 0 || len(got.Open) > 0 {
					t.Errorf("%s of %s from %s to %s: %d edges, %d open, want the one:\n%s", row.Kind, row.Holder, row.From.Path, row.To.Path, len(got.Edges), len(got.Open), source)
				}
			}
		}
	}
}

// ends are the types to try at an end; the holder itself needs none.
func ends(e graph.End) []string {
	if e.Path == "" {
		return []string{""}
	}
	return e.Types
}

func name(end string, e graph.End) string {
	if e.Path == "" {
		return "holder"
	}
	return end
}

// Declare is a configuration with the reference of a row.
func Declare(row graph.Row, from, to string) string {
	var b, body strings.Builder
	for _, end := range []struct {
		end       graph.End
		typ, name string
	}{{row.From, from, "from"}, {row.To, to, "to"}} {
		if end.end.Path == "" {
			continue
		}
		fmt.Fprintf(&b, "resource %q %q {}\n", end.typ, end.name)
		body.WriteString(argument(end.end.Path, reference(end.typ, end.name, end.end)))
	}
	fmt.Fprintf(&b, "resource %q \"holder\" {\n%s}\n", row.Holder, body.String())
	return b.String()
}

// reference is an expression that names a resource.
func reference(typ, name string, e graph.End) string {
	attr := "id"
	if resource.IdentityOf(typ).Names("arn") {
		attr = "arn"
	}
	ref := typ + "." + name + "." + attr
	if e.Prefix != "" {
		return `"` + e.Prefix + `${` + ref + `}/after"`
	}
	if e.Within {
		return `"before/${` + ref + `}/after"`
	}
	return ref
}

// argument is the argument or block at a path of which the end is the value.
func argument(path, value string) string {
	first, rest, more := strings.Cut(path, ".")
	if text, ok := strings.CutSuffix(first, "(json)[]"); ok {
		return text + " = jsonencode([" + object(rest, more, value) + "])\n"
	}
	if text, ok := strings.CutSuffix(first, "(json)"); ok {
		return text + " = jsonencode(" + object(rest, more, value) + ")\n"
	}
	switch text := strings.TrimSuffix(strings.TrimSuffix(first, "[]"), "{}"); {
	case more:
		return text + " {\n" + argument(rest, value) + "}\n"
	case strings.HasSuffix(first, "[]"):
		return text + " = [" + value + "]\n"
	case strings.HasSuffix(first, "{}"):
		return text + " = { KEY = " + value + " }\n"
	default:
		return text + " = " + value + "\n"
	}
}

// object is an object expression with the value at a path.
func object(path string, more bool, value string) string {
	if !more {
		return value
	}
	first, rest, more := strings.Cut(path, ".")
	if text, ok := strings.CutSuffix(first, "[]"); ok {
		return "{ " + text + " = [" + object(rest, more, value) + "] }"
	}
	return "{ " + first + " = " + object(rest, more, value) + " }"
}
