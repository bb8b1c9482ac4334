package iampolicy

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

const (
	defaultVersion = "2012-10-17"
	// plainVersion knows no policy variables.
	plainVersion  = "2008-10-17"
	defaultEffect = "Allow"
)

// configured is the document of the data source's own arguments and blocks.
func configured(args map[string]cty.Value) (document, error) {
	var d document
	var err error
	if d.Version, err = textOr(args["version"], "version", defaultVersion); err != nil {
		return document{}, err
	}
	if d.ID, err = textOr(args["policy_id"], "policy_id", ""); err != nil {
		return document{}, err
	}
	blocks, err := blockList(args["statement"], "statement")
	if err != nil {
		return document{}, err
	}
	for i, b := range blocks {
		s, err := statementOf(b, d.Version)
		if err != nil {
			return document{}, fmt.Errorf("statement[%d]: %w", i, err)
		}
		d.Statements = append(d.Statements, s)
	}
	var sids sidSet
	return d, sids.add("statement", d.Statements)
}

func statementOf(b block, version string) (statement, error) {
	var s statement
	var errs [9]error
	s.Sid, errs[0] = textOr(b["sid"], "sid", "")
	s.Effect, errs[1] = textOr(b["effect"], "effect", defaultEffect)
	s.Action, errs[2] = textList(b["actions"], "actions")
	s.NotAction, errs[3] = textList(b["not_actions"], "not_actions")
	s.Resource, errs[4] = variableList(b["resources"], "resources", version)
	s.NotResource, errs[5] = variableList(b["not_resources"], "not_resources", version)
	s.Principal, errs[6] = principalsOf(b["principals"], "principals", version)
	s.NotPrincipal, errs[7] = principalsOf(b["not_principals"], "not_principals", version)
	s.Condition, errs[8] = conditionsOf(b["condition"], version)
	s.Action, s.NotAction = s.Action.set(), s.NotAction.set()
	s.Resource, s.NotResource = s.Resource.set(), s.NotResource.set()
	return s, errors.Join(errs[:]...)
}

func principalsOf(v cty.Value, name, version string) (principals, error) {
	blocks, err := blockList(v, name)
	if err != nil || len(blocks) == 0 {
		return nil, err
	}
	out := principals{}
	for _, b := range blocks {
		kind, err := textOr(b["type"], name+".type", "")
		if err != nil {
			return nil, err
		}
		if kind == "" {
			return nil, fmt.Errorf("%s.type: a value is required", name)
		}
		identifiers, err := variableList(b["identifiers"], name+".identifiers", version)
		if err != nil {
			return nil, err
		}
		out[kind] = append(out[kind], identifiers...).set()
	}
	return out, nil
}

func conditionsOf(v cty.Value, version string) (conditions, error) {
	blocks, err := blockList(v, "condition")
	if err != nil || len(blocks) == 0 {
		return nil, err
	}
	out := conditions{}
	for _, b := range blocks {
		test, err := textOr(b["test"], "condition.test", "")
		if err != nil {
			return nil, err
		}
		key, err := variableList(b["variable"], "condition.variable", version)
		if err != nil {
			return nil, err
		}
		values, err := variableList(b["values"], "condition.values", version)
		if err != nil {
			return nil, err
		}
		if test == "" || len(key) != 1 {
			return nil, errors.New("condition: test and variable are required")
		}
		if out[test] == nil {
			out[test] = map[string]texts{}
		}
		if old, ok := out[test][key[0]]; ok && !slices.Equal(old, values) {
			return nil, errors.New("condition: two blocks have the same test and variable and different values")
		}
		out[test][key[0]] = values
	}
	return out, nil
}

// block is the arguments of one block.
type block map[string]cty.Value

// blockList reads blocks; there are none where the value is null or left out.
func blockList(v cty.Value, name string) ([]block, error) {
	if absent(v) {
		return nil, nil
	}
	ty := v.Type()
	if !ty.IsTupleType() && !ty.IsListType() && !ty.IsSetType() {
		return nil, fmt.Errorf("%s: must be blocks", name)
	}
	var out []block
	for _, elem := range v.AsValueSlice() {
		if elem.IsNull() || !elem.Type().IsObjectType() {
			return nil, fmt.Errorf("%s: must be blocks", name)
		}
		out = append(out, elem.AsValueMap())
	}
	return out, nil
}

func absent(v cty.Value) bool { return v == cty.NilVal || v.IsNull() }

func textOr(v cty.Value, name, otherwise string) (string, error) {
	if absent(v) {
		return otherwise, nil
	}
	s, err := convert.Convert(v, cty.String)
	if err != nil {
		return "", fmt.Errorf("%s: must be a string", name)
	}
	return s.AsString(), nil
}

// textList reads a list or set of texts, or one text as a list; nulls are left out.
func textList(v cty.Value, name string) (texts, error) {
	if absent(v) {
		return nil, nil
	}
	if v.Type().IsPrimitiveType() {
		v = cty.TupleVal([]cty.Value{v})
	}
	l, err := convert.Convert(v, cty.List(cty.String))
	if err != nil {
		return nil, fmt.Errorf("%s: must be a list of strings", name)
	}
	var out texts
	for _, elem := range l.AsValueSlice() {
		if !elem.IsNull() {
			out = append(out, elem.AsString())
		}
	}
	return out, nil
}

// variableList is textList with the policy variables that the data source has
// written &{name}, because ${name} is Terraform's, in the form that AWS reads.
func variableList(v cty.Value, name, version string) (texts, error) {
	out, err := textList(v, name)
	for i, s := range out {
		if !strings.Contains(s, "&{") {
			continue
		}
		if version == plainVersion {
			return nil, fmt.Errorf("%s: version %s knows no policy variables", name, plainVersion)
		}
		out[i] = strings.ReplaceAll(s, "&{", "${")
	}
	return out, err
}
