package planjson

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

// reader holds one document while its resources are built.
type reader struct {
	doc  *document
	opts Options
	set  resource.Set

	// instances are all managed resource instances by address; blocks are the same
	// by their address without instance key.
	instances map[string]*planned
	blocks    map[string][]*planned
	// configs are resource blocks, and modules the module calls above them, by the
	// address without any instance key.
	configs map[string]*resourceConfig
	modules map[string]*calledModule
	// scopes are module instances by address; calls are the known instances of a
	// module call by its address without the last key.
	scopes map[string]*scope
	calls  map[string][]*scope
	// accounts are the account ids that the document names, by provider configuration.
	accounts map[string]string
	keys     keyring
	refs     map[refKey]int
	resolved map[string]*resolution
}

// planned is one managed resource instance as the document gives it.
type planned struct {
	// typ is the type as it is written; the address has its current name.
	typ     string
	address resource.Address
	scope   *scope
	config  *resourceConfig
	source  resource.Source
	// observed tells that the instance is there already and stays as it is.
	observed bool
	after    map[string]json.RawMessage
	unknown  any
	// sensitive and unknown mirror after, with true where it applies.
	sensitive any
	// partial tells that attributes missing from after are unknown.
	partial bool
}

func newReader(doc *document, opts Options) *reader {
	r := &reader{
		doc: doc, opts: opts,
		instances: map[string]*planned{}, blocks: map[string][]*planned{},
		configs: map[string]*resourceConfig{}, modules: map[string]*calledModule{},
		scopes: map[string]*scope{}, calls: map[string][]*scope{},
		accounts: map[string]string{}, refs: map[refKey]int{}, resolved: map[string]*resolution{},
	}
	if c := doc.Configuration; c != nil {
		r.index(&c.RootModule, nil, "")
		if opts.Version.Major == 0 {
			r.opts.Version = provider.Version{Major: c.providerMajor()}
		}
	}
	return r
}

// add keeps an instance for the building.
func (r *reader) add(p *planned, address, module string) bool {
	p.scope = r.scope(module)
	if p.scope == nil {
		return false
	}
	block := strings.TrimPrefix(address, module+".")
	if module == "" {
		block = address
	}
	name := p.typ + "." + p.address.Name
	key, ok := strings.CutPrefix(block, name)
	if !ok || p.typ == "" || p.address.Name == "" || key != "" && !strings.HasPrefix(key, "[") {
		return false
	}
	p.address.Module, p.address.Key = module, key
	if _, twice := r.instances[p.address.String()]; twice {
		return false
	}
	p.config = r.configs[p.scope.names+name]
	r.instances[p.address.String()] = p
	all := p.address
	all.Key = ""
	r.blocks[all.String()] = append(r.blocks[all.String()], p)
	return true
}

// build turns all instances into resources.
func (r *reader) build() {
	all := make([]*planned, 0, len(r.instances))
	for _, p := range r.instances {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *planned) int { return cmp.Compare(a.address.String(), b.address.String()) })
	r.findKeys()
	var companions []companion
	for _, p := range all {
		out, inline := r.resource(p)
		r.set.Resources = append(r.set.Resources, out)
		companions = append(companions, inline...)
	}
	r.addCompanions(companions)
}

// gap records something that could not be read.
func (r *reader) gap(what, why, settle string) {
	r.set.Gaps = append(r.set.Gaps, resource.Gap{
		Kind: resource.GapFile, Root: r.opts.Root, What: what, Why: why, Settle: settle, Range: r.place(),
	})
}

// place is the document itself.
func (r *reader) place() hcl.Range { return hcl.Range{Filename: r.opts.Name} }

// remake is what settles a document that is broken or not complete.
const remake = "make the plan again and convert it with terraform show -json"
