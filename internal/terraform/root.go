package terraform

import (
	"context"
	"sync"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/hipaactl/hipaactl/internal/contents"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

// root is the evaluation of one root module. It runs on one goroutine at a time.
type root struct {
	ctx    context.Context
	loader *loader
	mod    *module
	wanted resource.Wanted
	// inputs are the values given to the root's variables.
	inputs    map[string]cty.Value
	workspace workspace
	// assumed tells that terraform.workspace was read, and that nobody chose it; leaning
	// remembers of values whether they depend on it.
	assumed bool
	leaning map[valueName]bool
	// installed maps module keys to the directories in modules.json.
	installed map[string]string
	version   provider.Version
	examiner  *contents.Examiner
	// names are attribute names that are read of whole resources in any module of the root.
	names     []string
	functions map[string]function.Function

	refs  map[refKey]int
	depth int
	// trail are the causes of the unknowns that the current expression met.
	trail     []resource.Cause
	instances int
	// work counts the members of the collections that expressions have read.
	work int

	gaps  []resource.Gap
	notes []string
	seen  resource.Seen

	// mu guards the evaluation after it was loaded, when findings locate their lines.
	mu sync.Mutex
}

type refKey struct {
	address resource.Address
	attr    string
}

// token is the value of an identity that only apply fills.
func (r *root) token(address resource.Address, attr string) cty.Value {
	key := refKey{address, attr}
	id, ok := r.refs[key]
	if !ok {
		id = len(r.refs) + 1
		r.refs[key] = id
	}
	ref := resource.Ref{Address: address, Attr: attr, ID: id}
	return cty.StringVal(ref.Placeholder()).Mark(ref)
}

// gap records what was not read, once.
func (r *root) gap(g resource.Gap) {
	for _, have := range r.gaps {
		if have.Kind == g.Kind && have.What == g.What && have.Range == g.Range {
			return
		}
	}
	g.Root = r.mod.dir
	r.gaps = append(r.gaps, g)
}

// unknown is an unknown with its cause, remembered for whatever is computed from it.
func (r *root) unknown(t cty.Type, c resource.Cause) cty.Value {
	r.trail = append(r.trail, c)
	return resource.Unknown(t, c)
}
