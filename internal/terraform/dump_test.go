package terraform

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// dump prints a set so that a test can compare it: values as HCL would write
// them, unknowns as (unknown: cause), references as ref:ADDRESS.ATTR.
func dump(set resource.Set) string {
	var b strings.Builder
	for _, r := range set.Resources {
		fmt.Fprintf(&b, "%s", r.Address)
		if r.Root != "." {
			fmt.Fprintf(&b, " in %s", r.Root)
		}
		for _, c := range r.Existence {
			fmt.Fprintf(&b, " if(%s)", c.Cause.What)
		}
		b.WriteString("\n")
		values := r.Values.AsValueMap()
		names := make([]string, 0, len(values))
		for name := range values {
			names = append(names, name)
		}
		sort.Strings(names)
		for _, name := range names {
			fmt.Fprintf(&b, "  %s = %s\n", name, show(values[name]))
		}
	}
	for _, g := range set.Gaps {
		fmt.Fprintf(&b, "gap %s %s: %s", g.Kind, g.What, g.Why)
		for _, a := range g.Handed {
			fmt.Fprintf(&b, " handed(%s)", a)
		}
		if len(g.Names) > 0 {
			fmt.Fprintf(&b, " names%q", g.Names)
		}
		if g.Opaque {
			b.WriteString(" opaque")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func show(v cty.Value) string {
	bare, marks := v.Unmark()
	m := resource.MarksOf(marks)
	var text string
	switch {
	case !bare.IsKnown():
		var whats []string
		for _, c := range m.Causes {
			whats = append(whats, c.What)
		}
		slices.Sort(whats)
		text = "(unknown: " + strings.Join(whats, ", ") + ")"
	case bare.IsNull():
		text = "null"
	case bare.Type() == cty.String:
		s := bare.AsString()
		for _, ref := range m.Refs {
			s = strings.ReplaceAll(s, ref.Placeholder(), "<"+ref.Address.String()+"."+ref.Attr+">")
		}
		text = fmt.Sprintf("%q", s)
	case bare.Type() == cty.Bool:
		text = fmt.Sprint(bare.True())
	case bare.Type() == cty.Number:
		text = bare.AsBigFloat().Text('f', -1)
	case bare.CanIterateElements():
		keyed := bare.Type().IsMapType() || bare.Type().IsObjectType()
		var parts []string
		for it := bare.ElementIterator(); it.Next(); {
			k, e := it.Element()
			if keyed {
				parts = append(parts, k.AsString()+" = "+show(e))
			} else {
				parts = append(parts, show(e))
			}
		}
		if keyed {
			text = "{" + strings.Join(parts, ", ") + "}"
		} else {
			text = "[" + strings.Join(parts, ", ") + "]"
		}
	}
	for _, ref := range m.Refs {
		if !ref.Opaque() {
			text += " of(" + ref.Address.String() + ")"
		}
	}
	for _, c := range m.Maybes {
		text += " maybe(" + c.Cause.What + ")"
	}
	if len(m.Open) > 0 {
		text += " open"
	}
	if m.Origin != "" {
		text += " origin(" + m.Origin + ")"
	}
	if m.Sensitive {
		text += " sensitive"
	}
	return text
}
