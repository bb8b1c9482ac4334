package checks

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
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
	// types are the judged types in order, reads what is projected of each.
	types []string
	reads map[string]*shape
	joins []*relation
	// of are, in a scope policy, the related lists of the members of each type.
	of map[string][]*relation
	// links are the positions that hold links, by type.
	links map[string]map[string]bool
}

func newPolicy(m Metadata, file regoFile) *policy {
	p := &policy{
		Metadata: m, rego: file, types: slices.Sorted(maps.Keys(m.Resources)), reads: map[string]*shape{},
		links: m.linkPositions(), of: map[string][]*relation{},
	}
	for _, rel := range newRelations(m.Related) {
		if rel.Of == "" {
			p.joins = append(p.joins, rel)
		} else {
			p.of[rel.Of] = append(p.of[rel.Of], rel)
		}
	}
	for typ, s := range m.Resources {
		p.reads[typ] = newShape(s)
	}
	return p
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
