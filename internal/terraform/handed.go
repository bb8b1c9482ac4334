package terraform

import (
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// handed collects what an unread module was given: it may declare more about it.
func (in *instance) handed(c *call) resource.Gap {
	g := resource.Gap{Kind: resource.GapModule, What: c.unread.What, Why: c.unread.Why, Settle: c.unread.Settle, Range: c.blk.rng}
	for _, el := range c.elements {
		s := &scope{in: in, each: el.each}
		for _, name := range c.blk.body.attrNames() {
			if slices.Contains(metaArguments, name) {
				continue
			}
			a, _ := c.blk.body.attr(name)
			v := s.eval(a.expr)
			bare, marks := v.UnmarkDeep()
			if !bare.IsWhollyKnown() {
				g.Opaque = true
			}
			for _, ref := range resource.MarksOf(marks).Refs {
				g.Handed = append(g.Handed, ref.Address)
			}
			g.Names = append(g.Names, textsIn(bare)...)
		}
	}
	slices.SortFunc(g.Handed, func(a, b resource.Address) int { return compareText(a.String(), b.String()) })
	g.Handed = slices.Compact(g.Handed)
	slices.Sort(g.Names)
	g.Names = slices.Compact(g.Names)
	return g
}

// metaArguments are the arguments of a module call or resource that Terraform itself reads.
var metaArguments = []string{"source", "version", "providers", "count", "for_each", "depends_on", "provider", "lifecycle"}

// textsIn are the known strings of a value without marks, placeholders left out.
func textsIn(v cty.Value) []string {
	var out []string
	_ = cty.Walk(v, func(_ cty.Path, leaf cty.Value) (bool, error) {
		if leaf.IsKnown() && !leaf.IsNull() && leaf.Type() == cty.String {
			if text := leaf.AsString(); text != "" && len(text) <= 256 && !resource.HasPlaceholder(text) {
				out = append(out, text)
			}
		}
		return true, nil
	})
	return out
}
