package checks

import (
	"slices"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// finder finds entities by what names them.
type finder struct {
	byAddress map[finderKey]*entity
	byText    map[finderKey][]*entity
}

type finderKey struct {
	part, text string
	address    resource.Address
}

func newFinder() *finder {
	return &finder{byAddress: map[finderKey]*entity{}, byText: map[finderKey][]*entity{}}
}

// addIdentity makes e findable by its address and by every identity.
func (f *finder) addIdentity(e *entity) {
	f.byAddress[finderKey{part: e.part, address: e.Address}] = e
	for _, n := range e.names {
		f.addText(e, n.text)
	}
	for _, origin := range e.origins {
		f.addText(e, originPrefix+origin)
	}
}

// originPrefix keeps origins apart from texts.
const originPrefix = "\x00origin:"

func (f *finder) addText(e *entity, text string) {
	k := finderKey{part: e.part, text: text}
	if !slices.Contains(f.byText[k], e) {
		f.byText[k] = append(f.byText[k], e)
	}
}

// address finds the resource of an address, or the one instance that stands for all of its block.
func (f *finder) address(part string, a resource.Address) *entity {
	if e := f.byAddress[finderKey{part: part, address: a}]; e != nil {
		return e
	}
	a.Key = "[*]"
	return f.byAddress[finderKey{part: part, address: a}]
}

// find is what a link of an entity names: by provenance first, by value second, by equal origin third.
func (f *finder) find(from *entity, targetType string, l link) []*entity {
	part := from.part
	if !l.known {
		return f.third(from, l)
	}
	all := spellings(l.text, targetType)
	for _, s := range all {
		if a, ok := l.names(s); ok {
			if e := f.address(part, a); e != nil {
				return []*entity{e}
			}
		}
	}
	for _, s := range all {
		if found := meant(from, s, l.text, f.byText[finderKey{part: part, text: s}]); len(found) > 0 {
			return found
		}
	}
	return f.third(from, l)
}

// third finds who shares an origin, or a reference to some third thing, with the link.
func (f *finder) third(from *entity, l link) []*entity {
	for _, key := range l.shared() {
		if found := meant(from, key, key, f.byText[finderKey{part: from.part, text: key}]); len(found) > 0 {
			return found
		}
	}
	return nil
}
