package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hipaactl/hipaactl/internal/report"
)

// TestExamples scans the examples that the documentation uses: one trips the gate, its
// repaired twin does not, both are complete, and what is written follows the published schema.
func TestExamples(t *testing.T) {
	schema := reportSchema(t)
	for example, want := range map[string]int{"clinic": report.ExitTripped, "clinic-fixed": report.ExitClean} {
		t.Run(example, func(t *testing.T) {
			dir := filepath.Join("..", "..", "examples", example)
			var out, errs bytes.Buffer
			if code := Main(t.Context(), fake(&out, &errs, nil, "scan", dir, "-f", "json")); code != want {
				t.Fatalf("exit %d, want %d\n%s", code, want, errs.String())
			}
			v, err := jsonschema.UnmarshalJSON(&out)
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(v); err != nil {
				t.Error(err)
			}
			if !strings.Contains(errs.String(), "; the gate ") {
				t.Errorf("no verdict on standard error: %s", errs.String())
			}
		})
	}
}

// reportSchema is the published schema of the JSON report, formats asserted.
func reportSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schema, err := compiledReportSchema()
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// compiledReportSchema is read once: a test may change the working directory.
var compiledReportSchema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	return compiler.Compile(filepath.Join("..", "..", "docs", "schema", "report.v1.json"))
})
