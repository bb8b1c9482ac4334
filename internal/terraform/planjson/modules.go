package planjson

import (
	"encoding/json"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// calledModule is a module call: its configuration and where it is called.
type calledModule struct {
	config *moduleConfig
	call   *moduleCall
}

// index notes the resource blocks and module calls of a configuration. names is
// the module's address without keys, with a dot after it, or empty.
func (r *reader) index(m *moduleConfig, call *moduleCall, names string) {
	r.modules[names] = &calledModule{config: m, call: call}
	for _, raw := range m.Resources {
		var c resourceConfig
		if json.Unmarshal(raw, &c) == nil {
			r.configs[names+c.Address] = &c
		}
	}
	for name, c := range m.Calls {
		if c != nil && c.Module != nil {
			r.index(c.Module, c, names+"module."+name+".")
		}
	}
}

// scope is a module instance.
type scope struct {
	// address is module.m["one"], empty for the root module.
	address string
	// names is the address without keys and with a dot after it: module.m.
	names string
	// parent is the calling module instance, nil for the root module.
	parent *scope
}

// prefix is what stands before the address of a thing in the module instance.
func (s *scope) prefix() string {
	if s.address == "" {
		return ""
	}
	return s.address + "."
}

// scope finds or makes the module instance of an address; nil where the address
// makes no sense.
func (r *reader) scope(address string) *scope {
	if s, ok := r.scopes[address]; ok {
		return s
	}
	var s *scope
	if address == "" {
		s = &scope{}
	} else {
		s = r.parseScope(address)
	}
	r.scopes[address] = s
	return s
}

func (r *reader) parseScope(address string) *scope {
	t, ok := traversal(address)
	if !ok {
		return nil
	}
	s := r.scope("")
	for len(t) > 0 {
		if name(t[0]) != "module" || len(t) < 2 {
			return nil
		}
		key, rest := indexOf(t[2:], address)
		s = r.child(s, name(t[1]), key)
		t = rest
	}
	return s
}

// child is an instance of a module that s calls.
func (r *reader) child(s *scope, call, key string) *scope {
	block := s.prefix() + "module." + call
	if known, ok := r.scopes[block+key]; ok && known != nil {
		return known
	}
	out := &scope{address: block + key, names: s.names + "module." + call + ".", parent: s}
	r.scopes[out.address] = out
	r.calls[block] = append(r.calls[block], out)
	return out
}

// traversal parses an address or a reference.
func traversal(text string) (hcl.Traversal, bool) {
	if len(text) > maxReference {
		return nil, false
	}
	t, diags := hclsyntax.ParseTraversalAbs([]byte(text), "", hcl.InitialPos)
	return t, !diags.HasErrors() && len(t) > 0
}

// maxReference bounds the length of an address or reference in bytes.
const maxReference = 4096

// name is the name of a step, empty for an index.
func name(step hcl.Traverser) string {
	switch step := step.(type) {
	case hcl.TraverseRoot:
		return step.Name
	case hcl.TraverseAttr:
		return step.Name
	}
	return ""
}

// indexOf takes an index off the front of a traversal, as text wrote it: ["a"].
func indexOf(t hcl.Traversal, text string) (key string, rest hcl.Traversal) {
	if len(t) == 0 {
		return "", nil
	}
	index, ok := t[0].(hcl.TraverseIndex)
	if !ok {
		return "", t
	}
	return string(index.SrcRange.SliceBytes([]byte(text))), t[1:]
}
