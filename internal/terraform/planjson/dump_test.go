package planjson_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// dump prints a set so that a test can compare it: values as text, unknowns as
// (what is unknown), with what they may come from, tokens as <ADDRESS.ATTR>.
func dump(set resource.Set) string {
	var b strings.Builder
	accounts := map[string]string{}
	for _, r := range set.Resources {
		fmt.Fprintf(&b, "%s", r.Address)
		if !r.InlineOf.IsZero() {
			fmt.Fprintf(&b, " in %s", r.InlineOf)
		}
		if _, ok := accounts[r.Scope.AccountKey]; !ok {
			accounts[r.Scope.AccountKey] = fmt.Sprintf("account %d", len(accounts)+1)
		}
		fmt.Fprintf(&b, " (%s, %s, region %q)\n", r.Source, accounts[r.Scope.AccountKey], r.Scope.Region)
		for _, c := range r.Existence {
			fmt.Fprintf(&b, "  if %s: %s\n", c.ID, c.Cause.Why)
		}
		values := r.Values.AsValueMap()
		for _, name := range slices.Sorted(maps.Keys(values)) {
			fmt.Fprintf(&b, "  %s = %s\n", name, show(values[name]))
		}
	}
	for _, g := range set.Gaps {
		fmt.Fprintf(&b, "gap %s: %s\n", g.What, g.Why)
	}
	return b.String()
}

func show(v cty.Value) string {
	bare, marks := v.Unmark()
	m := resource.MarksOf(marks)
	var from []string
	text := ""
	if bare.IsKnown() && !bare.IsNull() && bare.Type() == cty.String {
		text = bare.AsString()
	}
	for _, ref := range m.Refs {
		if ref.ID != 0 {
			text = strings.ReplaceAll(text, ref.Placeholder(), "<"+ref.Address.String()+"."+ref.Attr+">")
			continue
		}
		name := strings.TrimSuffix(ref.Address.String()+"."+ref.Attr, ".")
		if bare.IsKnown() && ref.Literal != text {
			name += "?"
		}
		from = append(from, name)
	}
	slices.Sort(from)
	out := plain(bare, m, text)
	if len(from) > 0 {
		out += " from " + strings.Join(from, ", ")
	}
	if m.Sensitive {
		out = "(sensitive)"
	}
	return out
}

func plain(v cty.Value, m resource.Marks, text string) string {
	switch {
	case !v.IsKnown():
		var whats []string
		for _, c := range m.Causes {
			whats = append(whats, c.What+" "+c.Why)
		}
		slices.Sort(whats)
		return "(unknown: " + strings.Join(whats, "; ") + ")"
	case v.IsNull():
		return "null"
	case v.Type() == cty.String:
		return fmt.Sprintf("%q", text)
	case v.Type() == cty.Bool:
		return fmt.Sprint(v.True())
	case v.Type() == cty.Number:
		return v.AsBigFloat().Text('g', -1)
	case v.Type().IsObjectType() || v.Type().IsMapType():
		values := v.AsValueMap()
		var parts []string
		for _, name := range slices.Sorted(maps.Keys(values)) {
			parts = append(parts, name+": "+show(values[name]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	var parts []string
	for _, elem := range v.AsValueSlice() {
		parts = append(parts, show(elem))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
