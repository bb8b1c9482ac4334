package snapshot

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// overlay are the marks of a value and of those inside it.
type overlay struct {
	unknown, open []*placed
	members       map[step]*overlay
	// used tells that a value stood there.
	used bool
}

func (o *overlay) at(p []step) *overlay {
	for _, s := range p {
		if o.members == nil {
			o.members = map[step]*overlay{}
		}
		if o.members[s] == nil {
			o.members[s] = &overlay{}
		}
		o = o.members[s]
	}
	return o
}

// values reads the values of a resource with what of them is unknown or open.
func (r *reader) values(n *node, at string, unknown, open []placed) (cty.Value, error) {
	if n.kind != object {
		return cty.NilVal, r.fail(n, at, "want an object")
	}
	marks := &overlay{}
	for i := range unknown {
		o := marks.at(unknown[i].path)
		o.unknown = append(o.unknown, &unknown[i])
	}
	for i := range open {
		o := marks.at(open[i].path)
		o.open = append(o.open, &open[i])
	}
	v, err := r.value(n, at, marks)
	if err != nil {
		return cty.NilVal, err
	}
	for _, c := range slices.Concat(unknown, open) {
		if !marks.at(c.path).used {
			return cty.NilVal, r.fail(c.n, c.at+".path", "it leads to no place in the values")
		}
	}
	return v, nil
}

// value reads one value; o is nil where nothing is noted about it or what is inside it.
func (r *reader) value(n *node, at string, o *overlay) (cty.Value, error) {
	if o == nil {
		o = &overlay{}
	}
	o.used = true
	if len(o.unknown) > 0 {
		if n.kind != null || len(o.open)+len(o.members) > 0 {
			return cty.NilVal, r.fail(n, at, "it is listed as unknown and has a value all the same")
		}
		return r.unknown(o), nil
	}
	var v cty.Value
	var err error
	switch n.kind {
	case null:
		v = cty.NullVal(cty.DynamicPseudoType)
	case falsehood, truth:
		v = cty.BoolVal(n.kind == truth)
	case text:
		v = cty.StringVal(n.text)
	case number:
		v, err = r.number(n, at)
	case list:
		v, err = r.list(n, at, o)
	case object:
		v, err = r.object(n, at, o)
	}
	if err != nil {
		return cty.NilVal, err
	}
	if len(o.open) > 0 && n.kind != list {
		return cty.NilVal, r.fail(n, at, "it is listed as open and is no list")
	}
	for _, c := range o.open {
		v = v.Mark(resource.Open{Cause: c.Cause})
	}
	return v, nil
}

// unknown is a value of which only the causes are known. Its type does not matter to policies.
func (r *reader) unknown(o *overlay) cty.Value {
	o.used = true
	v := cty.DynamicVal
	for _, c := range o.unknown {
		v = v.Mark(c.Cause)
	}
	return v
}

func (r *reader) list(n *node, at string, o *overlay) (cty.Value, error) {
	items := make([]cty.Value, len(n.members))
	for i, m := range n.members {
		var err error
		if items[i], err = r.value(m, at+"["+strconv.Itoa(i)+"]", o.members[step{index: i}]); err != nil {
			return cty.NilVal, err
		}
	}
	return cty.TupleVal(items), nil
}

func (r *reader) object(n *node, at string, o *overlay) (cty.Value, error) {
	members := make(map[string]cty.Value, len(n.members))
	for i, m := range n.members {
		key := n.keys[i]
		if _, twice := members[cty.NormalizeString(key)]; twice {
			return cty.NilVal, r.fail(m, at, "the key %s stands there twice, in two encodings", quoted(key))
		}
		var err error
		if members[cty.NormalizeString(key)], err = r.value(m, at+printKey(key), o.members[step{named: true, name: key}]); err != nil {
			return cty.NilVal, err
		}
	}
	for s, below := range o.members {
		if s.named && len(below.unknown) > 0 && !below.used && len(below.members)+len(below.open) == 0 {
			members[cty.NormalizeString(s.name)] = r.unknown(below)
		}
	}
	return cty.ObjectVal(members), nil
}

func printKey(key string) string {
	if s := printPath([]step{{named: true}, {named: true, name: key}}); s != "" {
		return s[len(`[""]`):]
	}
	return ""
}

// maxExponent bounds the binary exponent of a number, maxDigits its text. 1e999999999
// is valid JSON, and writing it out, in any notation, takes minutes.
const (
	maxExponent = 1024
	maxDigits   = 400
)

func (r *reader) number(n *node, at string) (cty.Value, error) {
	tooBig := r.fail(n, at, "the number is too large, too small or too long")
	if _, exponent, ok := strings.Cut(strings.ToLower(n.text), "e"); ok {
		if e, err := strconv.Atoi(exponent); err != nil || e > maxDigits || e < -maxDigits {
			return cty.NilVal, tooBig
		}
	}
	if len(n.text) > maxDigits {
		return cty.NilVal, tooBig
	}
	v, err := cty.ParseNumberVal(n.text)
	if err != nil {
		return cty.NilVal, r.fail(n, at, "not a number")
	}
	if oversized(v.AsBigFloat()) {
		return cty.NilVal, tooBig
	}
	return v, nil
}

func oversized(f *big.Float) bool {
	e := f.MantExp(nil)
	return f.IsInf() || e > maxExponent || e < -maxExponent
}
