package planjson

import (
	"slices"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// provenance are the marks of a value that is unknown, where nothing else can be
// behind it. What a data source finds is told apart only where it is named.
func (f *resolution) provenance() []resource.Ref {
	data := slices.ContainsFunc(f.refs, func(ref resource.Ref) bool { return ref.Address.Data })
	if !f.complete || data && (f.exact == nil || !slices.Contains(naming, f.exact.Attr)) {
		return nil
	}
	return f.refs
}

// naming are the attributes of a data source that identify what it found.
var naming = []string{"id", "arn", "name", "bucket", "key_id"}

// named is the provenance of a known value that is a reference to one identity.
func (r *reader) named(p *planned, e expression) *resource.Ref {
	if e.form != written || e.part || len(e.refs) == 0 {
		return nil
	}
	exact := r.resolve(p, e.refs).exact
	if exact == nil || exact.Address.Data {
		return nil
	}
	target := r.instances[exact.Address.String()]
	if target == nil || !resource.IdentityOf(target.address.Type).Names(exact.Attr) {
		return nil
	}
	literal, ok := target.literal(exact.Attr)
	if !ok {
		return nil
	}
	return &resource.Ref{Address: exact.Address, Attr: exact.Attr, Literal: literal}
}
