package graph

import (
	"regexp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// index finds resources by what names them.
type index struct {
	byAddress map[addressKey]*resource.Resource
	// local finds by a text within one part, global by one that names the same thing
	// everywhere.
	local  map[textKey][]*resource.Resource
	global map[textKey][]*resource.Resource
	// position is the place of each resource in the one order.
	position map[*resource.Resource]int
	steps    int
}

type addressKey struct {
	root    string
	address resource.Address
}

// textKey is a text that names a resource of a type; part is empty in global.
type textKey struct{ part, typ, text string }

// originPrefix keeps unknown variables, of which only that they are equal is known, apart
// from texts.
const originPrefix = "\x00origin:"

// newIndex enters the resources of the named types. sorted is in the one order.
func newIndex(sorted []*resource.Resource, named map[string]bool) *index {
	ix := &index{
		byAddress: map[addressKey]*resource.Resource{}, local: map[textKey][]*resource.Resource{},
		global: map[textKey][]*resource.Resource{}, position: make(map[*resource.Resource]int, len(sorted)),
	}
	for i, r := range sorted {
		ix.position[r] = i
		if named[r.Address.Type] && r.InlineOf.IsZero() {
			ix.enter(r)
		}
	}
	return ix
}

func (ix *index) enter(r *resource.Resource) {
	if k := (addressKey{r.Root, r.Address}); ix.byAddress[k] == nil {
		ix.byAddress[k] = r
	}
	identity := resource.IdentityOf(r.Address.Type)
	for _, attr := range identity.Attrs {
		if literal := identity.Literal[attr]; literal != "" {
			attr = literal
		}
		v, marks := topLevel(r.Values, attr)
		switch {
		case v.IsKnown() && !v.IsNull() && v.Type() == cty.String:
			ix.enterText(r, v.AsString())
		case !v.IsKnown():
			if m := resource.MarksOf(marks); m.Origin != "" {
				ix.enterText(r, originPrefix+m.Origin)
			}
		}
	}
	ix.enterText(r, r.ARN)
}

func (ix *index) enterText(r *resource.Resource, text string) {
	ix.steps++
	if text == "" {
		return
	}
	enter(ix.local, textKey{partOf(r), r.Address.Type, text}, r)
	if namesEverywhere(r.Address.Type, text) {
		enter(ix.global, textKey{"", r.Address.Type, text}, r)
	}
}

// maxSame bounds the resources that share one name. No account has two; a file may.
const maxSame = 4

func enter(m map[textKey][]*resource.Resource, k textKey, r *resource.Resource) {
	if same := m[k]; len(same) < maxSame && !slices.Contains(same, r) {
		m[k] = append(same, r)
	}
}

// topLevel is an attribute with the marks on it and on the whole; null where it is absent.
func topLevel(values cty.Value, attr string) (cty.Value, cty.ValueMarks) {
	if values == cty.NilVal {
		return cty.NullVal(cty.String), nil
	}
	values, _ = values.Unmark()
	if !values.IsKnown() || values.IsNull() || !values.Type().IsObjectType() || !values.Type().HasAttribute(attr) {
		return cty.NullVal(cty.String), nil
	}
	return values.GetAttr(attr).Unmark()
}

// partOf keeps roots and accounts apart. Resources of one live account belong together
// whatever their Region, configured ones only within their root.
func partOf(r *resource.Resource) string {
	if r.Source == resource.Live {
		return "\x00" + r.Scope.AccountKey
	}
	return r.Root + "\x00" + r.Scope.AccountKey
}

// generatedID is an identifier that AWS makes: vol-0123456789abcdef0.
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
var generatedID = regexp.MustCompile(`^[a-z]+(-[a-z]+)*-[0-9a-f]{8,17}$`)

// namesEverywhere tells whether a text names the same resource in whichever root or
// account it stands: bucket names are global in a partition
// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html), ARNs,
// endpoints and generated identifiers are unique.
func namesEverywhere(typ, text string) bool {
	switch {
	case resource.HasPlaceholder(text) || strings.HasPrefix(text, originPrefix):
		return false
	case typ == "aws_s3_bucket", strings.HasPrefix(text, "arn:"), strings.Contains(text, ".amazonaws.com"):
		return true
	}
	return generatedID.MatchString(text)
}

// address finds the resource of an address, or the one instance that stands for all of its block.
func (ix *index) address(root string, a resource.Address) *resource.Resource {
	ix.steps++
	if r := ix.byAddress[addressKey{root, a}]; r != nil {
		return r
	}
	a.Key = "[*]"
	return ix.byAddress[addressKey{root, a}]
}

// text finds the resources of a type that a text in the holder names. A name that is only
// unique in a Region is that of the holder's.
func (ix *index) text(holder *resource.Resource, typ, text string) []*resource.Resource {
	ix.steps++
	if found := ix.global[textKey{"", typ, text}]; len(found) > 0 {
		return found
	}
	return near(holder, typ, ix.local[textKey{partOf(holder), typ, text}])
}

// near are those of the holder's own Region. What belongs to no Region, or has unique
// names, is near to all.
func near(holder *resource.Resource, typ string, all []*resource.Resource) []*resource.Resource {
	if typ == "aws_s3_bucket" || holder.Scope.RegionKey == "" {
		return all
	}
	var out []*resource.Resource
	for _, r := range all {
		if key := r.Scope.RegionKey; key == "" || key == holder.Scope.RegionKey {
			out = append(out, r)
		}
	}
	return out
}

// arn finds the resources of a type that an ARN names by the name in it.
func (ix *index) arn(holder *resource.Resource, typ, text string) []*resource.Resource {
	ix.steps++
	arn, ok := resource.ParseARN(resource.IdentityOf(typ).ARN, text)
	if !ok {
		return nil
	}
	if typ == "aws_s3_bucket" {
		return ix.text(holder, typ, arn.Naming)
	}
	agree := func(known, said string) bool {
		return known == "" || said == "" || known == said || resource.HasPlaceholder(said)
	}
	var out []*resource.Resource
	for _, r := range ix.local[textKey{partOf(holder), typ, arn.Naming}] {
		if agree(r.Scope.Region, arn.Region) && agree(r.Scope.Account, arn.Account) {
			out = append(out, r)
		}
	}
	return out
}
