package planjson

import (
	"encoding/json"
	"slices"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

// readPlan reads what will be there once the plan is applied.
func (r *reader) readPlan() {
	seen := map[string]bool{}
	for _, raw := range r.doc.ResourceChanges {
		var c resourceChange
		if err := json.Unmarshal(raw, &c); err != nil {
			r.unreadable(raw)
			continue
		}
		if c.Deposed != "" || c.Mode != "managed" {
			continue
		}
		seen[c.Address] = true
		if !c.stays() {
			continue
		}
		p := &planned{
			typ: c.Type, address: resource.Address{Type: provider.Type(c.Type), Name: c.Name}, source: resource.Plan,
			after: c.Change.After, unknown: tree(c.Change.AfterUnknown), sensitive: tree(c.Change.AfterSensitive),
			partial: c.Change.After == nil,
		}
		if !r.add(p, c.Address, c.ModuleAddress) {
			r.unreadable(raw)
		}
	}
	if r.doc.PlannedValues != nil {
		r.walk(&r.doc.PlannedValues.RootModule, func(in instance, module string) bool {
			if seen[in.Address] {
				return true
			}
			return r.add(in.planned(resource.Plan), in.Address, module)
		})
	}
	r.findAccounts()
	r.completeness()
	r.build()
}

// stays tells whether the instance is there after the plan: not one that is
// destroyed or forgotten.
func (c resourceChange) stays() bool {
	return slices.ContainsFunc(c.Change.Actions, func(action string) bool {
		return action != "delete" && action != "forget"
	})
}

// completeness reports what the plan itself says it leaves out.
func (r *reader) completeness() {
	switch {
	case r.doc.Errored:
		r.gap(r.opts.Name, "the plan ended in an error, so that resources may be missing", remake)
	case r.doc.Complete != nil && !*r.doc.Complete, len(r.doc.DeferredChanges) > 0:
		r.gap(r.opts.Name, "the plan does not cover the whole configuration (a target was given, or changes were deferred)", "make a plan without -target")
	}
}

// readState reads what was there when the state was written.
func (r *reader) readState() {
	if r.doc.Values == nil {
		return
	}
	r.walk(&r.doc.Values.RootModule, func(in instance, module string) bool {
		return r.add(in.planned(resource.State), in.Address, module)
	})
	r.build()
}

// planned is an instance without a change. A state knows everything; planned
// values leave out what is unknown.
func (in instance) planned(source resource.Source) *planned {
	return &planned{
		typ: in.Type, address: resource.Address{Type: provider.Type(in.Type), Name: in.Name}, source: source,
		after: in.Values, sensitive: tree(in.SensitiveValues), partial: source == resource.Plan, observed: source == resource.State,
	}
}

// walk visits the managed resource instances of a module and those below it.
func (r *reader) walk(m *module, visit func(in instance, module string) bool) {
	for _, raw := range m.Resources {
		var in instance
		if err := json.Unmarshal(raw, &in); err != nil {
			r.unreadable(raw)
			continue
		}
		if in.Mode == "managed" && in.DeposedKey == "" && !visit(in, m.Address) {
			r.unreadable(raw)
		}
	}
	for _, raw := range m.ChildModules {
		var child module
		if err := json.Unmarshal(raw, &child); err != nil {
			r.unreadable(raw)
			continue
		}
		r.walk(&child, visit)
	}
}

// unreadable records an entry that makes no sense, under its address if it has one.
func (r *reader) unreadable(raw json.RawMessage) {
	var named struct {
		Address json.RawMessage `json:"address"`
	}
	what := "a resource"
	var address string
	if json.Unmarshal(raw, &named) == nil && json.Unmarshal(named.Address, &address) == nil && address != "" {
		what = address
	}
	r.gap(what, "its entry in "+r.opts.Name+" does not have the form that Terraform writes", remake)
}

// tree decodes a mirror of true marks; what does not decode marks nothing.
func tree(raw json.RawMessage) any {
	var out any
	if len(raw) == 0 || json.Unmarshal(raw, &out) != nil {
		return nil
	}
	return out
}
