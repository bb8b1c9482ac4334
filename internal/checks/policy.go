package checks

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"sync"
)

// regoFile is Rego text that is read when it is needed.
type regoFile struct {
	tree fs.FS
	// name is the path in tree, file what errors and reports show.
	name, file string
}

func (r regoFile) text() (string, error) {
	b, err := fs.ReadFile(r.tree, r.name)
	return string(b), err
}

// policy is one loaded policy.
type policy struct {
	Metadata
	rego regoFile
	// indexed tells that the policy was read from an index, so that the CompiledFile may hold it.
	indexed bool
	params  map[string]any
	// types are the judged types in order.
	types []string
	// view is worked out when something is to be judged: most policies of a run are not needed.
	view func() *view
}

// view is what a policy sees.
type view struct {
	// reads is what is projected of each judged type.
	reads map[string]*shape
	joins []*relation
	// of are, in a scope policy, the related lists of the members of each type.
	of map[string][]*relation
	// links are the positions that hold links, by type.
	links map[string]map[string]bool
}

func newPolicy(m Metadata, file regoFile) *policy {
	return &policy{
		Metadata: m, rego: file, types: slices.Sorted(maps.Keys(m.Resources)), view: sync.OnceValue(func() *view { return newView(m) }),
	}
}

func newView(m Metadata) *view {
	v := &view{reads: map[string]*shape{}, of: map[string][]*relation{}, links: m.linkPositions()}
	for _, rel := range newRelations(m.Related) {
		if rel.Of == "" {
			v.joins = append(v.joins, rel)
		} else {
			v.of[rel.Of] = append(v.of[rel.Of], rel)
		}
	}
	for typ, s := range m.Resources {
		v.reads[typ] = newShape(s)
	}
	return v
}

// mention notes every type that the policy judges or relates.
func (m Metadata) mention(types map[string]bool) {
	for typ := range m.Resources {
		types[typ] = true
	}
	var related func(map[string]*Related)
	related = func(lists map[string]*Related) {
		for _, r := range lists {
			types[r.Type] = true
			related(r.Related)
		}
	}
	related(m.Related)
}

// checkIDs refuses repeated ids and packages. A resource policy and scope policies that lie
// in one folder are halves of one rule and share its id, and so do those of a parameter.
func (p *Policies) checkIDs() error {
	var errs []error
	packages, ids := map[string]string{}, map[string][]*policy{}
	for _, pol := range p.all {
		if other, ok := packages[pol.Package]; ok {
			errs = append(errs, fmt.Errorf("%s:1: package %s is already that of %s: give it another name", pol.Source, pol.Package, other))
		}
		packages[pol.Package] = pol.Source
		for _, other := range ids[pol.ID] {
			if halves := path.Dir(pol.Source) == path.Dir(other.Source) && (pol.Scope != other.Scope || pol.When != other.When); !halves {
				errs = append(errs, fmt.Errorf("%s:1: id %s is already that of %s: choose another id", pol.Source, pol.ID, other.Source))
			}
		}
		ids[pol.ID] = append(ids[pol.ID], pol)
	}
	return errors.Join(errs...)
}
