package phi_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/graph"
	"github.com/hipaactl/hipaactl/internal/phi"
)

const page = "../../docs/phi.md"

// TestPage holds the page's table against the one that is followed.
func TestPage(t *testing.T) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	const head = "| --- | --- | --- |\n"
	before, got, ok := strings.Cut(string(text), head)
	if !ok {
		t.Fatalf("%s has no table", page)
	}
	want := pageTable(phi.Edges())
	if os.Getenv("HIPAACTL_UPDATE") != "" {
		if err := os.WriteFile(page, []byte(before+head+want), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("HIPAACTL_UPDATE=1 writes it anew (-want +got):\n%s", d)
	}
}

// pageTable is the table of edges for people: rows that differ in the holder alone are one.
func pageTable(rows []graph.Row) string {
	holders := map[string][]string{}
	var lines []string
	for _, r := range rows {
		way := fmt.Sprintf("HOLDERS: `%s` → `%s`", r.From.Path, r.To.Path)
		switch {
		case r.From.Path == "":
			way = fmt.Sprintf("HOLDERS → `%s`", r.To.Path)
		case r.To.Path == "":
			way = fmt.Sprintf("`%s` → HOLDERS", r.From.Path)
		}
		line := fmt.Sprintf("| %s | %s | %s |\n", r.Kind, way, r.Why)
		if holders[line] == nil {
			lines = append(lines, line)
		}
		if name := "`" + r.Holder + "`"; !slices.Contains(holders[line], name) {
			holders[line] = append(holders[line], name)
		}
	}
	slices.Sort(lines)
	var b strings.Builder
	for _, line := range lines {
		slices.Sort(holders[line])
		b.WriteString(strings.Replace(line, "HOLDERS", strings.Join(holders[line], ", "), 1))
	}
	return b.String()
}
