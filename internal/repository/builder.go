package repository

import (
	"fmt"
	"strconv"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/tree"
)

// builder makes a set of what extractors find.
type builder struct {
	root string
	out  resource.Set
	// files are all that were listed, wanted or not, by name.
	files map[string]tree.File
	// unlisted are directories of which nobody knows what lies in them.
	unlisted []tree.File
	// times counts resources that would have one address.
	times map[resource.Address]int
	// aside counts what is named as code and is a link or no text.
	aside int
}

func (b *builder) add(r *outcome) {
	if r.missing {
		return
	}
	if r.file.Dir {
		b.unlisted = append(b.unlisted, r.file)
	} else {
		b.files[r.file.Name] = r.file
	}
	switch {
	case !r.wanted && len(r.found) == 0:
		return
	case r.aside:
		b.aside++
		return
	case r.why != "":
		b.out.Seen.FilesFailed++
		b.gap(r.file, 0, r.why, r.settle, r.types)
		return
	}
	b.out.Seen.FilesParsed++
	for _, c := range r.found {
		c(b)
	}
}

// gap tells that a file, or what stands at a line of it, was not understood. types are those
// of which it may hold some, so that the lists of these are open.
func (b *builder) gap(f tree.File, line int, why, settle string, types []string) {
	at := hcl.Range{Filename: f.Shown}
	if line > 0 {
		at.Start, at.End = hcl.Pos{Line: line, Column: 1}, hcl.Pos{Line: line, Column: 1}
	}
	b.out.Gaps = append(b.out.Gaps, resource.Gap{
		Kind: resource.GapFile, Root: b.root, What: f.Shown, Why: why, Settle: settle, Range: at, Types: types,
	})
}

// resource adds a resource. It is named by the file, or whatever else stays the same where
// lines move, and by a key that tells it from others of the file; what is alike is numbered.
// locate may be nil.
func (b *builder) resource(typ, name, key string, at hcl.Range, values map[string]cty.Value, locate resource.Locator) {
	address := resource.Address{Type: typ, Name: name, Key: key}
	if b.times == nil {
		b.times = map[resource.Address]int{}
	}
	b.times[address]++
	if n := b.times[address]; n > 1 {
		key += " #" + strconv.Itoa(n)
	}
	if key != "" {
		address.Key = "[" + strconv.Quote(key) + "]"
	}
	b.out.Resources = append(b.out.Resources, &resource.Resource{
		Root: b.root, Address: address, Source: resource.Code,
		Scope:  resource.Scope{AccountKey: b.root, RegionKey: b.root},
		Values: cty.ObjectVal(values), Location: resource.Location{Range: at}, Locate: locate,
	})
}

// set is everything that was found, in the one order.
func (b *builder) set() resource.Set {
	b.out.Seen.Roots = []string{b.root}
	if b.aside > 0 {
		b.out.Notes = append(b.out.Notes, fmt.Sprintf("links, which were not followed, and files that are named as code and are no text: %d", b.aside))
	}
	b.whole()
	b.out.Sort()
	return b.out
}
