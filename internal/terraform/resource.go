package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

// expanded is a resource or data block in one module instance, with its instances.
type expanded struct {
	expansion
	in        *instance
	blk       *block
	instances []*resourceInstance
	busy      bool
	// every is the collection of all instances, once something has read it.
	every cell
}

// resourceInstance is one instance of a resource or data block.
type resourceInstance struct {
	of      *expanded
	address resource.Address
	scope   *scope
	cells   map[string]*cell
	whole   cty.Value
}

// resource expands a block the first time it is asked for. id is
// "aws_s3_bucket.b" or "data.aws_vpc.v".
func (in *instance) resource(id string) (*expanded, bool) {
	if x, ok := in.resources[id]; ok {
		return x, true
	}
	b, ok := in.mod.resources[id]
	if !ok {
		return nil, false
	}
	x := &expanded{in: in, blk: b, busy: true}
	in.resources[id] = x
	x.expansion = in.base.expand(b.body, in.address(id))
	x.busy = false
	x.instances = make([]*resourceInstance, len(x.elements))
	in.root.instances += len(x.elements)
	for i, el := range x.elements {
		s := in.base
		if el.each != nil {
			s = &scope{in: in, each: el.each}
		}
		x.instances[i] = &resourceInstance{of: x, scope: s, address: resource.Address{
			Module: in.path, Data: b.data, Type: provider.Type(b.typ), Name: b.name, Key: el.key,
		}}
	}
	return x, true
}

func (in *instance) resourceReference(id string, t hcl.Traversal, rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	x, ok := in.resource(id)
	if !ok {
		return in.undeclared("resource", id, rng)
	}
	if x.busy {
		return in.cycle(in.address(id), rng), nil
	}
	if len(t) == 0 && x.every.state == cellDone {
		return in.root.read(&x.every, rng), nil
	}
	v, diags := pick(x.expansion, t, rng, func(i int, rest hcl.Traversal) (cty.Value, hcl.Diagnostics) {
		return x.instances[i].reference(rest, rng)
	})
	if len(t) > 0 || diags.HasErrors() {
		return v, diags
	}
	if x.undecided != nil && len(x.instances) > 0 {
		v = v.Mark(resource.Ref{Address: x.instances[0].address})
	}
	x.every.set(v)
	return in.root.read(&x.every, rng), nil
}

// reference is what another expression sees of the instance.
func (ri *resourceInstance) reference(t hcl.Traversal, rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	if len(t) == 0 {
		return ri.all(rng), nil
	}
	name := attrName(t[0])
	if index, ok := t[0].(hcl.TraverseIndex); ok {
		name, _ = stringKey(index.Key)
	}
	if name == "" {
		return ri.scope.invalid(rng)
	}
	v := ri.attr(name, rng)
	if len(t) == 1 {
		return v, nil
	}
	return t[1:].TraverseRel(v)
}

// all is the instance as an object: what is configured, what identifies it, and
// whatever else some expression reads of whole resources.
func (ri *resourceInstance) all(rng hcl.Range) cty.Value {
	if ri.whole != cty.NilVal {
		return ri.whole
	}
	names := append(ri.of.blk.body.attrNames(), ri.of.blk.body.blockTypes()...)
	names = append(names, resource.IdentityOf(provider.Type(ri.of.blk.typ)).Attrs...)
	names = append(names, ri.scope.in.root.names...)
	slices.Sort(names)
	attrs := make(map[string]cty.Value, len(names))
	for _, name := range slices.Compact(names) {
		if !slices.Contains(notAttributes, name) {
			attrs[name] = ri.attr(name, rng)
		}
	}
	ri.whole = cty.ObjectVal(attrs)
	return ri.whole
}

// notAttributes are arguments and blocks of a resource that no reference can read.
var notAttributes = []string{"count", "for_each", "depends_on", "provider", "lifecycle", "provisioner", "connection"}

// attr is the value of one attribute, as far as configuration decides it.
func (ri *resourceInstance) attr(name string, rng hcl.Range) cty.Value {
	if ri.cells == nil {
		ri.cells = map[string]*cell{}
	}
	what := ri.address.String() + "." + name
	return ri.scope.in.once(ri.cells, name, what, rng, func() cty.Value {
		if ri.address.Data {
			return ri.dataAttr(name, what)
		}
		return ri.managedAttr(name, what)
	})
}

func (ri *resourceInstance) managedAttr(name, what string) cty.Value {
	identity := resource.IdentityOf(provider.Type(ri.of.blk.typ))
	v, configured := ri.configured(name, nil)
	if !configured {
		if from, ok := identity.Literal[name]; ok {
			v, configured = ri.configured(from, nil)
		}
	}
	if identity.Names(name) {
		return ri.named(name, v, configured)
	}
	if configured {
		return v
	}
	r := ri.scope.in.root
	if v, ok := provider.Default(ri.of.blk.typ, name, ri.known, r.version); ok {
		return v
	}
	return r.unknown(cty.DynamicPseudoType, resource.Cause{
		Kind: resource.AfterApply, What: what, Why: "known only after apply", Settle: "scan a plan made after the resource exists, or the account itself",
	}.At(ri.of.blk.rng))
}

// known answers what else the resource says, for defaults that depend on it.
func (ri *resourceInstance) known(name string) cty.Value {
	if v, ok := ri.configured(name, nil); ok {
		return v
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// named is the value of an attribute that identifies the resource: the configured
// literal, marked with what it names, or a token where only apply fills it.
func (ri *resourceInstance) named(attr string, v cty.Value, configured bool) cty.Value {
	r := ri.scope.in.root
	if !configured {
		return r.token(ri.address, attr)
	}
	bare, marks := v.Unmark()
	if !bare.IsKnown() || bare.IsNull() || bare.Type() != cty.String {
		token := r.token(ri.address, attr)
		if resource.MarksOf(marks).Sensitive {
			token = token.Mark(resource.Sensitive{})
		}
		return token
	}
	if text := bare.AsString(); resource.HasPlaceholder(text) {
		for _, ref := range resource.MarksOf(marks).Refs {
			if text == ref.Placeholder() {
				return v // another resource's identity, passed on
			}
		}
		// The name is built from another resource's identity; for readers it names this one.
		return r.token(ri.address, attr)
	}
	return v.Mark(resource.Ref{Address: ri.address, Attr: attr, Literal: bare.AsString()})
}

// configured is the value that the block gives an attribute or nested block type.
// Null counts as not configured.
func (ri *resourceInstance) configured(name string, shape *resource.Shape) (cty.Value, bool) {
	b := ri.of.blk.body
	if blocks := b.nested(name); writtenAsBlocks(b, name, shape, blocks) {
		return ri.scope.blocks(blocks, elemOf(shape)), true
	}
	a, ok := b.attr(name)
	if !ok || slices.Contains(notAttributes, name) {
		return cty.NilVal, false
	}
	v := ri.scope.eval(a.expr)
	bare, _ := v.Unmark()
	if bare.IsKnown() && bare.IsNull() {
		return cty.NilVal, false
	}
	return structured(ri.scope.seen(a.expr, v, shape), shape), true
}

// structured is a JSON text as the blocks that policies read of it; text that is not
// JSON stays as it is.
func structured(v cty.Value, shape *resource.Shape) cty.Value {
	bare, marks := v.Unmark()
	if !shape.Block() || !bare.IsKnown() || bare.IsNull() || bare.Type() != cty.String {
		return v
	}
	parsed, err := resource.ParseJSON(bare.AsString())
	if err != nil {
		return v
	}
	return parsed.WithMarks(marks)
}

// unseen adds to an unknown argument what can be told of it all the same: the
// parts of a policy document, or which variable it is.
func (s *scope) unseen(e hclsyntax.Expression, v cty.Value, shape *resource.Shape) cty.Value {
	if shape != nil && shape.Kind == resource.Document {
		if doc, ok := s.partial(e); ok {
			return doc
		}
	}
	if shape.Block() {
		if parts, ok := s.parts(e); ok {
			return parts
		}
		if shape.Examines() {
			if blocks, ok := s.writtenBlocks(e, v); ok {
				return blocks
			}
		}
	}
	if shape != nil && shape.Kind == resource.Examined {
		if text, ok := s.written(e, v); ok {
			return text
		}
	}
	if id := s.origin(e, 0); id != "" {
		v = v.Mark(resource.Origin{ID: id})
	}
	return v
}

// writtenAsBlocks tells whether a name stands for nested blocks. In JSON only the
// shape, or a dynamic block of that name, tells them from an argument.
func writtenAsBlocks(b body, name string, shape *resource.Shape, blocks []nestedBlock) bool {
	if len(blocks) == 0 {
		return false
	}
	_, argument := b.attr(name)
	return !argument || shape.Block() || blocks[len(blocks)-1].dynamic
}

func elemOf(shape *resource.Shape) *resource.Shape {
	if shape.Block() {
		return shape.Elem
	}
	return nil
}
