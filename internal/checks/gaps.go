package checks

import (
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// gaps are the gaps of a set by what they may hide.
type gaps struct {
	// files are those of a root, and hold anything unless they say what.
	files map[string][]lostFile
	// opaque are unread modules that may have been handed anything.
	opaque map[string][]resource.Cause
	// handed and named are unread modules by what they were given.
	handed  map[handedKey][]resource.Cause
	modules []resource.Cause
	calls   []resource.Gap
}

// lostFile is a file that was not read. It may hold resources of these types, or of any.
type lostFile struct {
	types []string
	cause resource.Cause
}

// lostFiles explains lists of a type that files of a root would have shown.
func (g gaps) lostFiles(root, typ string) []resource.Cause {
	var out []resource.Cause
	for _, f := range g.files[root] {
		if len(f.types) == 0 || contains(f.types, typ) {
			out = append(out, f.cause)
		}
	}
	return out
}

type handedKey struct {
	root    string
	address resource.Address
	text    string
}

func newGaps(all []resource.Gap) gaps {
	g := gaps{files: map[string][]lostFile{}, opaque: map[string][]resource.Cause{}, handed: map[handedKey][]resource.Cause{}}
	for _, gap := range all {
		c := gapCause(gap)
		switch gap.Kind {
		case resource.GapFile:
			g.files[gap.Root] = append(g.files[gap.Root], lostFile{gap.Types, c})
		case resource.GapCall:
			if !gap.Settled {
				g.calls = append(g.calls, gap)
			}
		case resource.GapModule:
			g.modules = append(g.modules, c)
			if gap.Opaque {
				g.opaque[gap.Root] = append(g.opaque[gap.Root], c)
			}
			for _, a := range gap.Handed {
				g.add(handedKey{root: gap.Root, address: a}, c)
			}
			for _, text := range gap.Names {
				for _, s := range spellings(text, "") {
					g.add(handedKey{root: gap.Root, text: s}, c)
				}
				if strings.HasPrefix(text, "arn:") {
					g.add(handedKey{root: gap.Root, text: text[strings.LastIndexAny(text, ":/")+1:]}, c)
				}
			}
		case resource.GapConfig, resource.GapPolicy:
			// nothing that was declared is hidden by these
		}
	}
	return g
}

func (g gaps) add(k handedKey, c resource.Cause) { g.handed[k] = append(g.handed[k], c) }

func gapCause(gap resource.Gap) resource.Cause {
	return resource.Cause{
		Kind: resource.NotVisible, What: gap.What, Why: gap.Why, Settle: gap.Settle,
	}.At(gap.Range)
}

// lostCalls explains lists of a type that a call of this account and region did not answer.
func (g gaps) lostCalls(typ string, s resource.Scope) []resource.Cause {
	var out []resource.Cause
	for _, gap := range g.calls {
		if len(gap.Types) > 0 && !contains(gap.Types, typ) {
			continue
		}
		account := gap.Scope.AccountKey == "" || gap.Scope.AccountKey == s.AccountKey
		if account && (gap.Scope.RegionKey == "" || s.RegionKey == "" || gap.Scope.RegionKey == s.RegionKey) {
			out = append(out, gapCause(gap))
		}
	}
	return out
}

// lostLinks explains lists that are joined by links: members may stand in any region of
// the account, but where both are of kinds that name each other in one region alone.
func (g gaps) lostLinks(rel *relation, mine *entity) []resource.Cause {
	s := mine.Scope
	if !oneRegion(rel, mine.Address.Type) {
		s.Region, s.RegionKey = "", ""
	}
	return g.lostCalls(rel.Type, s)
}

// given explains lists of what names e: unread modules that were handed e or its name.
func (g gaps) given(e *entity) []resource.Cause {
	out := g.opaque[e.Root]
	if len(g.handed) == 0 {
		return out
	}
	whole := e.Address
	whole.Key = ""
	out = concat(out, g.handed[handedKey{root: e.Root, address: e.Address}])
	if whole != e.Address {
		out = concat(out, g.handed[handedKey{root: e.Root, address: whole}])
	}
	for _, n := range e.names {
		out = concat(out, g.handed[handedKey{root: e.Root, text: n.text}])
	}
	return out
}

// givenLink is given for a third thing that both sides name.
func (g gaps) givenLink(e *entity, l link) []resource.Cause {
	var out []resource.Cause
	for _, ref := range l.refs {
		out = concat(out, g.handed[handedKey{root: e.Root, address: ref.Address}])
	}
	return concat(out, g.handed[handedKey{root: e.Root, text: l.text}])
}

// anywhere explains lists of a type that range over all roots.
func (g gaps) anywhere(typ string) []resource.Cause {
	out := g.modules
	for root := range g.files {
		out = concat(out, g.lostFiles(root, typ))
	}
	return out
}

func contains(all []string, one string) bool {
	for _, s := range all {
		if s == one {
			return true
		}
	}
	return false
}
