package checks

import (
	"context"
	"encoding/json"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// Mutate changes, one at a time, every declared attribute of every example to
// other known values and to absence, and returns the attributes ("TYPE.a.b") of
// which no change turns any pass into something else: the policy declares
// them in vain, or no example shows what they decide. Load the one rule that is to be tried.
func (p *Policies) Mutate(ctx context.Context, examples []Sample, o EvalOptions) []string {
	unnoticed := map[string]bool{}
	for _, pol := range p.all {
		for typ, s := range pol.declared() {
			for _, path := range leafNames(s, "") {
				unnoticed[typ+path] = true
			}
		}
	}
	for _, pol := range p.all {
		pool, remembered := newPool(pol.Metadata, examples), map[time.Time]*memory{}
		for _, example := range examples {
			set, of := example.Set, o
			if !example.Now.IsZero() {
				of.Now = example.Now
			}
			if remembered[of.Now] == nil {
				remembered[of.Now] = &memory{}
			}
			pr := newProver(ctx, p, pol, set, of, remembered[of.Now])
			for _, s := range pol.sites(set) {
				typ := set.Resources[s.resource].Address.Type
				key := typ + s.path.names()
				for name := range unnoticed {
					if (key == name || strings.HasPrefix(key, name+".")) && pr.notices(ctx, s, pool.mutations(typ, s)) {
						delete(unnoticed, name)
					}
				}
			}
		}
	}
	return sortedKeys(unnoticed)
}

// Sample is an example that was read, and the time as of which it is judged; the zero
// time is that of the options.
type Sample struct {
	Set *resource.Set
	Now time.Time
}

// leafNames lists the attributes of a shape that are no blocks. What names an examined text
// has decided when that was examined, before any policy was asked.
func leafNames(s *resource.Shape, at string) []string {
	var out []string
	for _, name := range sortedKeys(s.Attrs) {
		switch a := s.Attrs[name]; {
		case s.Labels(name):
		case a.Block():
			out = append(out, leafNames(a.Elem, at+"."+name)...)
		case a.Kind == resource.Object:
			out = append(out, leafNames(a, at+"."+name)...)
		default:
			out = append(out, at+"."+name)
		}
	}
	return out
}

// notices tells whether some mutation takes a pass away.
func (pr *prover) notices(ctx context.Context, s site, mutations []cty.Value) bool {
	for _, v := range mutations {
		after := pr.verdicts(ctx, s.with(pr.set, v))
		for key, before := range pr.base {
			if before.status == finding.Pass && after[key].status != finding.Pass {
				return true
			}
		}
	}
	return false
}

// pool holds values to mutate with: what the policy's text and the examples mention.
type pool struct {
	strings []string
	numbers []*big.Float
	// seen are the values at each place of a type in any example.
	seen map[string][]cty.Value
}

// maxSeen bounds the values that are remembered of one place.
const maxSeen = 20

// addValue adds a value that is not there yet, marks included.
func addValue(all []cty.Value, v cty.Value) []cty.Value {
	if slices.ContainsFunc(all, v.RawEquals) {
		return all
	}
	return append(all, v)
}

func newPool(m Metadata, examples []Sample) *pool {
	p := &pool{seen: map[string][]cty.Value{}}
	for _, param := range m.Params {
		switch v := param.Default.(type) {
		case float64:
			p.numbers = append(p.numbers, big.NewFloat(v), big.NewFloat(v-1), big.NewFloat(v+1))
		case string:
			p.strings = append(p.strings, v)
		}
	}
	for _, example := range examples {
		set := example.Set
		for _, s := range m.sites(set) {
			key := set.Resources[s.resource].Address.Type + s.path.names()
			if v, _ := s.value.UnmarkDeep(); v.IsWhollyKnown() && !v.IsNull() && len(p.seen[key]) < maxSeen {
				p.seen[key] = addValue(p.seen[key], s.value)
			}
		}
	}
	return p
}

// mutations are other known values for a site, absence included.
func (p *pool) mutations(typ string, s site) []cty.Value {
	var out []cty.Value
	old, marks := s.value.Unmark()
	absent := old.IsKnown() && old.IsNull()
	if !absent {
		out = append(out, cty.NullVal(cty.DynamicPseudoType))
	}
	switch s.shape.Kind {
	case resource.Bool:
		out = append(out, cty.True, cty.False)
	case resource.Number:
		out = append(out, cty.NumberIntVal(0), cty.NumberIntVal(-1), cty.NumberIntVal(1), cty.NumberIntVal(65535), cty.NumberIntVal(1_000_000))
		for _, n := range p.numbers {
			out = append(out, cty.NumberVal(n))
		}
	case resource.String, resource.Any:
		out = append(out, cty.StringVal(""), cty.StringVal("mutated"), cty.StringVal("*"), cty.StringVal("0.0.0.0/0"))
		for _, text := range p.strings {
			out = append(out, cty.StringVal(text))
		}
	case resource.List:
		out = append(out, cty.EmptyTupleVal)
		if elem := s.shape.Elem; elem.Kind != resource.Object {
			out = append(out, cty.TupleVal([]cty.Value{cty.StringVal("mutated")}), cty.TupleVal([]cty.Value{cty.StringVal("*")}), cty.TupleVal([]cty.Value{cty.StringVal("0.0.0.0/0")}))
		}
	case resource.Map:
		out = append(out, cty.EmptyObjectVal, cty.ObjectVal(map[string]cty.Value{"mutated": cty.StringVal("mutated")}))
	case resource.Document:
		if old.IsKnown() && !absent && old.Type() == cty.String {
			for _, text := range otherDocuments(old.AsString()) {
				out = append(out, cty.StringVal(text).WithMarks(marks))
			}
		}
	case resource.Examined:
		out = append(out, cty.EmptyTupleVal)
	case resource.Object:
	}
	var fresh []cty.Value
	for _, v := range append(out, p.seen[typ+s.path.names()]...) {
		if !v.RawEquals(s.value) {
			fresh = addValue(fresh, v)
		}
	}
	return fresh
}

// otherDocuments are other forms of a policy document: without each statement, and
// with each element of a statement missing or wide open.
func otherDocuments(text string) []string {
	var doc map[string]any
	if json.Unmarshal([]byte(text), &doc) != nil {
		return nil
	}
	statements, ok := doc["Statement"].([]any)
	if !ok {
		statements = []any{doc["Statement"]}
	}
	var out []string
	write := func(list []any) {
		doc["Statement"] = list
		if b, err := json.Marshal(doc); err == nil {
			out = append(out, string(b))
		}
	}
	for i, s := range statements {
		write(slices.Delete(slices.Clone(statements), i, i+1))
		statement, _ := s.(map[string]any)
		for _, element := range sortedKeys(statement) {
			for _, v := range []any{nil, "*", "Allow", "Deny"} {
				changed := map[string]any{}
				for k, old := range statement {
					changed[k] = old
				}
				if changed[element] = v; v == nil {
					delete(changed, element)
				}
				list := slices.Clone(statements)
				list[i] = changed
				write(list)
			}
		}
	}
	return out
}
