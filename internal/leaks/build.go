package leaks

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/detect"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// builder makes a set of what was found.
type builder struct {
	options Options
	out     resource.Set
	trees   map[string]*rootSeen
	// shown and taken give every name that was masked a name of its own.
	shown map[[2]string]string
	taken map[[2]string]int
	// times counts what is alike in a file, and seen what stood in an earlier version.
	times map[resource.Address]int
	seen  map[known]bool
	// binaries and none count what is no text.
	binaries, none int
	// gone counts what git tracks and the working tree does not have.
	gone int
}

// known is a value at a place of history.
type known struct {
	root, name, kind string
	value            [sha256.Size]byte
}

// rootSeen is what is said of a root.
type rootSeen struct {
	files, unread int
	matches       map[[2]string]bool
}

func newBuilder(o Options) *builder {
	b := &builder{
		options: o, trees: map[string]*rootSeen{}, shown: map[[2]string]string{}, taken: map[[2]string]int{},
		times: map[resource.Address]int{}, seen: map[known]bool{},
	}
	for _, root := range o.Roots {
		b.tree(root)
	}
	return b
}

func (b *builder) tree(root string) *rootSeen {
	t := b.trees[root]
	if t == nil {
		t = &rootSeen{matches: map[[2]string]bool{}}
		b.trees[root] = t
	}
	return t
}

// set is everything that was found, in the one order.
func (b *builder) set(all []examined) resource.Set {
	for i := range all {
		b.add(&all[i])
	}
	for _, g := range b.options.Gaps {
		b.tree(g.Root).unread++
		b.out.Gaps = append(b.out.Gaps, g)
	}
	for root, t := range b.trees {
		b.out.Seen.Roots = append(b.out.Seen.Roots, root)
		b.out.Resources = append(b.out.Resources, t.resource(root, b.options.What))
	}
	if b.binaries > 0 {
		b.out.Notes = append(b.out.Notes, fmt.Sprintf("binary files, of which only the names were examined: %d", b.binaries))
	}
	if b.none > 0 {
		b.out.Notes = append(b.out.Notes, fmt.Sprintf("links and submodules that were not followed: %d", b.none))
	}
	if b.gone > 0 {
		b.out.Notes = append(b.out.Notes, fmt.Sprintf("files that git tracks and the working tree does not have: %d", b.gone))
	}
	b.out.Sort()
	return b.out
}

func (b *builder) add(e *examined) {
	t := b.tree(e.file.Root)
	name, shown := b.names(e)
	switch e.state {
	case read:
		t.files++
		b.out.Seen.FilesParsed++
	case binaryFile:
		b.binaries++
	case noFile:
		b.none++
	case gone:
		b.gone++
	case unread:
		t.unread++
		b.out.Seen.FilesFailed++
		b.out.Gaps = append(b.out.Gaps, resource.Gap{
			Kind: resource.GapFile, Root: e.file.Root, What: shown, Why: e.why, Settle: "make the file readable, or leave it out",
			Range: hcl.Range{Filename: shown},
		})
	}
	for _, m := range e.matches {
		if k := (known{e.file.Root, e.file.Name, m.Kind, m.value}); b.options.Once {
			if b.seen[k] {
				continue
			}
			b.seen[k] = true
		}
		t.matches[[2]string{m.Class.String(), m.Confidence.String()}] = true
		b.out.Resources = append(b.out.Resources, b.match(e, m, name, shown))
	}
}

// names are those of a file as they may be shown. Two that differ in what is masked differ.
func (b *builder) names(e *examined) (name, shown string) {
	name, shown = e.file.Name, e.file.Shown
	if e.masked == "" {
		return name, shown
	}
	key, masked := [2]string{e.file.Root, e.file.Name}, e.masked
	if _, ok := b.shown[key]; !ok {
		b.taken[[2]string{e.file.Root, masked}]++
		b.shown[key] = ""
		if n := b.taken[[2]string{e.file.Root, masked}]; n > 1 {
			b.shown[key] = "~" + strconv.Itoa(n)
		}
	}
	number := b.shown[key]
	if front, ok := strings.CutSuffix(shown, name); ok {
		return masked + number, front + masked + number
	}
	return masked + number, masked + number
}

// match is the resource of one match. Its address holds no line, so that it stays the same
// where lines move: the file, the kind, what tells credentials apart, and the how manieth
// it is of what is alike.
func (b *builder) match(e *examined, m match, name, shown string) *resource.Resource {
	typ := Credential
	phi := resource.PHI{}
	if m.Class == detect.PHI {
		typ, phi = PHI, resource.PHI{Mark: resource.PHIYes, Why: "it has the form of what names a patient"}
	}
	key := m.Kind
	if m.name {
		key += " in the name"
	}
	if m.label != "" {
		key += " " + m.label
	}
	if c := e.file.Commit; c != "" {
		key += " of " + c[:min(len(c), shortCommit)]
	}
	address := resource.Address{Type: typ, Name: name, Key: key}
	b.times[address]++
	if n := b.times[address]; n > 1 {
		key += " #" + strconv.Itoa(n)
	}
	address.Key = "[" + strconv.Quote(key) + "]"
	at := hcl.Pos{Line: m.Line, Column: m.Column, Byte: m.Start}
	commit := cty.NullVal(cty.String)
	if e.file.Commit != "" {
		commit = cty.StringVal(e.file.Commit)
	}
	return &resource.Resource{
		Root: e.file.Root, Address: address, Source: resource.Code, PHI: phi,
		Scope: scopeOf(e.file.Root),
		Values: cty.ObjectVal(map[string]cty.Value{
			"kind": cty.StringVal(m.Kind), "confidence": cty.StringVal(m.Confidence.String()),
			"masked": cty.StringVal(m.Masked), "why": cty.StringVal(m.Why), "commit": commit,
		}),
		Location: resource.Location{Range: hcl.Range{Filename: shown, Start: at, End: hcl.Pos{Line: m.Line, Column: m.Column + m.End - m.Start, Byte: m.End}}},
	}
}

// shortCommit is how much of a commit's id names it for people.
const shortCommit = 12

func scopeOf(root string) resource.Scope { return resource.Scope{AccountKey: root, RegionKey: root} }

// resource is a root with what was examined there.
func (t *rootSeen) resource(root, what string) *resource.Resource {
	matches := make([]cty.Value, 0, len(t.matches))
	pairs := make([][2]string, 0, len(t.matches))
	for m := range t.matches {
		pairs = append(pairs, m)
	}
	slices.SortFunc(pairs, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	for _, m := range pairs {
		matches = append(matches, cty.ObjectVal(map[string]cty.Value{"class": cty.StringVal(m[0]), "confidence": cty.StringVal(m[1])}))
	}
	return &resource.Resource{
		Root: root, Address: resource.Address{Type: Tree, Name: what}, Source: resource.Code, Scope: scopeOf(root),
		Values: cty.ObjectVal(map[string]cty.Value{
			"files": cty.NumberIntVal(int64(t.files)), "unread": cty.NumberIntVal(int64(t.unread)), "matches": cty.TupleVal(matches),
		}),
	}
}
