package terraform

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// giveInputs sets the roots' variables in Terraform's precedence: environment,
// terraform.tfvars, terraform.tfvars.json, *.auto.tfvars(.json) by name, then
// --var and --var-file in their order.
// Source: https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
func (j *job) giveInputs() error {
	files := make([]map[string]cty.Value, len(j.opts.Inputs))
	for i, in := range j.opts.Inputs {
		if in.File == "" {
			continue
		}
		values, why := readVariables(in.File, in.File)
		if why != "" {
			return &InputError{fmt.Sprintf("--var-file %s: %s", in.File, why)}
		}
		files[i] = values
	}
	used := map[string]bool{}
	for _, r := range j.roots {
		r.inputs = map[string]cty.Value{}
		j.fromEnvironment(r)
		r.fromDirectory()
		for i, in := range j.opts.Inputs {
			if in.File != "" {
				r.take(files[i], used)
			} else if err := r.assign(in.Assignment, used); err != nil {
				return err
			}
		}
	}
	return j.checkUsed(files, used)
}

// checkUsed refuses a variable that no root declares: a misspelt name would
// otherwise leave its default in place without a word.
func (j *job) checkUsed(files []map[string]cty.Value, used map[string]bool) error {
	for i, in := range j.opts.Inputs {
		names := slices.Sorted(maps.Keys(files[i]))
		if in.File == "" {
			name, _, ok := strings.Cut(in.Assignment, "=")
			if !ok {
				return &InputError{fmt.Sprintf("--var %s: want NAME=VALUE", name)}
			}
			names = []string{strings.TrimSpace(name)}
		}
		for _, name := range names {
			if !used[name] && !j.opts.Undeclared {
				return &InputError{fmt.Sprintf("variable %q is declared by no root module that is scanned; check the name", name)}
			}
		}
	}
	return nil
}

func (j *job) fromEnvironment(r *root) {
	if j.opts.Getenv == nil {
		return
	}
	for name, d := range r.mod.declarations {
		if text := j.opts.Getenv("TF_VAR_" + name); text != "" {
			if v, err := d.parse(text); err == nil {
				r.inputs[name] = v
			} else {
				r.inputs[name] = notParsed(name, "TF_VAR_"+name, d)
			}
		}
	}
}

func notParsed(name, from string, d *declaration) cty.Value {
	return resource.Unknown(cty.DynamicPseudoType, resource.Cause{
		Kind: resource.NotConvertible, What: "var." + name, Why: "the value of " + from + " is not an expression of the variable's type",
		Settle: "correct " + from,
	}.At(d.rng))
}

// fromDirectory reads the variable files that Terraform loads by itself.
func (r *root) fromDirectory() {
	entries, err := os.ReadDir(r.mod.abs)
	if err != nil {
		return
	}
	names := []string{"terraform.tfvars", "terraform.tfvars.json"}
	var auto []string
	for _, e := range entries {
		if n := e.Name(); strings.HasSuffix(n, ".auto.tfvars") || strings.HasSuffix(n, ".auto.tfvars.json") {
			auto = append(auto, n)
		}
	}
	slices.Sort(auto)
	for _, name := range append(names, auto...) {
		abs := filepath.Join(r.mod.abs, name)
		if _, err := os.Lstat(abs); err != nil {
			continue
		}
		shown := joinShown(r.mod.dir, name)
		values, why := map[string]cty.Value(nil), "it links to a place outside the scanned repository"
		if within(r.loader.boundary, abs) {
			values, why = readVariables(shown, abs)
		}
		if why != "" {
			r.gap(resource.Gap{
				Kind: resource.GapConfig, What: shown, Why: why, Settle: "correct the file",
				Range: hcl.Range{Filename: shown, Start: hcl.InitialPos, End: hcl.InitialPos},
			})
			r.withhold(shown)
			continue
		}
		r.take(values, nil)
	}
}

// withhold makes every variable unknown that a file which was not read may have set.
func (r *root) withhold(shown string) {
	for name, d := range r.mod.declarations {
		r.inputs[name] = resource.Unknown(cty.DynamicPseudoType, resource.Cause{
			Kind: resource.NotVisible, What: "var." + name, Why: "it may be set in " + shown + ", which was not read", Settle: "correct that file",
		}.At(d.rng))
	}
}

// take sets the variables that the root declares.
func (r *root) take(values map[string]cty.Value, used map[string]bool) {
	for name, v := range values {
		if _, ok := r.mod.declarations[name]; ok {
			r.inputs[name] = v
			if used != nil {
				used[name] = true
			}
		}
	}
}

// assign takes NAME=VALUE where the root declares the name.
func (r *root) assign(text string, used map[string]bool) error {
	name, value, _ := strings.Cut(text, "=")
	name = strings.TrimSpace(name)
	d, ok := r.mod.declarations[name]
	if !ok {
		return nil
	}
	v, err := d.parse(value)
	if err != nil {
		return &InputError{fmt.Sprintf("--var %s: the value is not an expression of the variable's type", name)}
	}
	r.inputs[name] = v
	used[name] = true
	return nil
}

// parse reads a value given as text: as it stands for a variable of primitive or
// no type, else as an expression. Source:
// https://developer.hashicorp.com/terraform/language/values/variables#complex-typed-values
func (d *declaration) parse(text string) (cty.Value, error) {
	if d.typ.IsPrimitiveType() || !d.typed {
		return cty.StringVal(text), nil
	}
	if diags := checkNesting([]byte(text), "value"); diags.HasErrors() {
		return cty.NilVal, diags
	}
	expr, diags := hclsyntax.ParseExpression([]byte(text), "value", hcl.InitialPos)
	if diags.HasErrors() {
		return cty.NilVal, diags
	}
	v, diags := expr.Value(nil)
	if diags.HasErrors() {
		return cty.NilVal, diags
	}
	return v, nil
}

// readVariables reads a .tfvars or .tfvars.json file. why is empty or says, without
// quoting the file, what is wrong with it and where.
func readVariables(shown, path string) (values map[string]cty.Value, why string) {
	src, err := readConfig(path)
	if err != nil {
		return nil, err.Error()
	}
	f := parseFile(shown, src)
	if f.diags.HasErrors() {
		return nil, place(firstError(f.diags))
	}
	var b body
	if f.json != nil {
		b, _ = newJSONBody(f.json, f.json.SrcRange)
	} else {
		b = nativeBody{f.native}
	}
	values = map[string]cty.Value{}
	for _, name := range b.attrNames() {
		a, _ := b.attr(name)
		v, diags := a.expr.Value(nil)
		if diags.HasErrors() {
			return nil, place(firstError(diags))
		}
		values[name] = v
	}
	return values, ""
}

// place is a diagnostic's summary with its line.
func place(d *hcl.Diagnostic) string {
	if d.Subject == nil {
		return lowerFirst(d.Summary)
	}
	return fmt.Sprintf("line %d: %s", d.Subject.Start.Line, lowerFirst(d.Summary))
}
