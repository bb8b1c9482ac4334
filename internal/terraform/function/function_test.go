package function

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/hipaactl/hipaactl/internal/terraform/opaque"
)

// eval evaluates an expression as the evaluator does, with these functions.
func eval(t testing.TB, src string, vars map[string]cty.Value, o Options) (cty.Value, error) {
	t.Helper()
	e, diags := hclsyntax.ParseExpression([]byte(src), "test.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatalf("%s: %s", src, diags)
	}
	v, diags := (&opaque.Rewriter{}).Rewrite(e).Value(&hcl.EvalContext{Variables: vars, Functions: New(o)})
	if diags.HasErrors() {
		return cty.NilVal, diags
	}
	return v, nil
}

// must is eval for what must not fail.
func must(t testing.TB, src string, vars map[string]cty.Value) cty.Value {
	t.Helper()
	v, err := eval(t, src, vars, Options{})
	if err != nil {
		t.Fatalf("%s: %v", src, err)
	}
	return v
}

// terraform runs the real one, or skips the test.
func terraform(t *testing.T, stdin string, args ...string) []byte {
	t.Helper()
	path, err := exec.LookPath("terraform")
	if err != nil {
		t.Skip("there is no terraform to compare with")
	}
	cmd := exec.CommandContext(t.Context(), path, args...)
	cmd.Dir = t.TempDir()
	cmd.Stdin = strings.NewReader(stdin)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("terraform %v: %v\n%s", args, err, stderr.String())
	}
	return out
}

// TestFunctionList compares names and parameters with Terraform's own description.
func TestFunctionList(t *testing.T) {
	type parameter struct {
		Type     json.RawMessage `json:"type"`
		Nullable bool            `json:"is_nullable"`
	}
	var want struct {
		Signatures map[string]struct {
			Parameters []parameter `json:"parameters"`
			Variadic   *parameter  `json:"variadic_parameter"`
		} `json:"function_signatures"`
	}
	if !strings.Contains(string(terraform(t, "", "version")), " v1.11.") {
		t.Skip("the terraform that is here is not 1.11")
	}
	if err := json.Unmarshal(terraform(t, "", "metadata", "functions", "-json"), &want); err != nil {
		t.Fatal(err)
	}
	got := New(Options{})
	for name := range got {
		if _, ok := want.Signatures[name]; !ok {
			t.Errorf("%s is not a function of Terraform", name)
		}
	}
	for name, sig := range want.Signatures {
		f, ok := got[name]
		if !ok {
			t.Errorf("%s is missing", name)
			continue
		}
		params, wants := f.Params(), sig.Parameters
		if v := f.VarParam(); v != nil {
			params = append(params, *v)
		}
		if sig.Variadic != nil {
			wants = append(wants, *sig.Variadic)
		}
		if len(params) != len(wants) || (f.VarParam() != nil) != (sig.Variadic != nil) {
			t.Errorf("%s takes %d parameters, want %d", name, len(params), len(wants))
			continue
		}
		for i, p := range params {
			checkParameter(t, name, p, wants[i].Type, wants[i].Nullable)
		}
	}
}

func checkParameter(t *testing.T, name string, p function.Parameter, wantType json.RawMessage, nullable bool) {
	t.Helper()
	ty := p.Type
	if ty.Equals(customdecode.ExpressionClosureType) {
		ty = cty.DynamicPseudoType
	}
	got, err := ctyjson.MarshalType(ty)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(wantType), string(got)); diff != "" {
		t.Errorf("%s: the type of %s differs (-want +got):\n%s", name, p.Name, diff)
	}
	if nullable && !p.AllowNull { // taking null where Terraform does not is harmless
		t.Errorf("%s: %s does not take null", name, p.Name)
	}
}
