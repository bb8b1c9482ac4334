package resource

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// Source says where a resource was read.
type Source string

// The sources.
const (
	Code  Source = "code"
	Plan  Source = "plan"
	State Source = "state"
	Live  Source = "live"
)

// Resource is one instance of something that can be judged.
type Resource struct {
	// Root is the root module's directory (slash-separated, relative to the working
	// directory or as given) for code, plan and state; "account/region" for live.
	Root    string
	Address Address
	// Written is the address as the configuration spells it where that has an old
	// type name (aws_alb.x); Address has the current one. Else empty.
	Written string
	Source  Source
	// Scope says to which account and region it belongs.
	Scope Scope
	// Values is an object of the evaluated attributes and blocks under Terraform's
	// names, blocks as tuples of objects, absent ones left out or null. Unknown
	// leaves carry Cause marks; values that name resources carry Ref marks.
	// Old spellings are already rewritten and provider defaults filled in.
	Values cty.Value
	// Existence lists what is undecided about the instance's being there. Empty: it exists.
	Existence []Condition
	// PHI is set by internal/phi.
	PHI PHI
	// Location is the block that declares it, and the module calls that lead there.
	Location Location
	// Locate finds the place of an attribute path, so that ranges cost nothing
	// until a finding needs them. It may be nil.
	Locate Locator
	// Reads are the calls that showed the attributes of a live resource, by top-level
	// name; "" is the call for all others. Nil for code, plan and state.
	Reads map[string]*Call
	// Unread explains the attributes that a live source did not read: those that are
	// not in Values, or not in an object inside it, where null says "not set". The zero
	// value stands for an attribute that the source never reads.
	Unread Cause
	// ARN is the known ARN, empty where it is not known.
	ARN string
	// InlineOf is set for a companion that an old inline block stands for (`versioning`
	// in aws_s3_bucket is an aws_s3_bucket_versioning): the resource that holds the block.
	// Findings name that resource.
	InlineOf Address
}

// Shown is the address for people: as it is written.
func (r *Resource) Shown() string {
	if r.Written != "" {
		return r.Written
	}
	return r.Address.String()
}

// Scope is an account and a region. Keys are compared, never shown: in code they
// stand for configuration (which provider, which region expression), so that two
// resources join although neither value is known.
type Scope struct {
	AccountKey, RegionKey string
	// Account and Region are the known account id and region name, else empty.
	Account, Region string
}

// Location is a place in the source and how a reader gets there.
type Location struct {
	// Range is the declaring block's header for a resource, or the attribute's own range.
	Range hcl.Range
	// Callers are the module calls from the innermost outwards; empty in the root module.
	Callers []hcl.Range
	// Downloaded tells that Range lies in a module that is not part of the repository,
	// so that a reader is better sent to the first caller that is.
	Downloaded bool
}

// Locator finds the innermost configured place that a path reaches. Steps are
// string attribute names and int list indices. It always answers: with the block
// itself where the attribute is not written.
type Locator interface {
	Locate(steps []any) hcl.Range
}

// PHI says whether a resource holds protected health information and how that is known.
type PHI struct {
	Mark PHIMark
	// Why names the marker: "tag DataClass = PHI".
	Why string
	// Causes explain PHIUnknown.
	Causes []Cause
	// Path is how the mark got here along references, from the resource that a marker
	// names to this one; empty where a marker names this one. Of a long way it is the end;
	// Why says where it began.
	Path []PHIStep
}

// PHIStep is one reference on the way of a mark.
type PHIStep struct {
	// From and To are addresses for people.
	From, To string
	// Via is the attribute that holds the reference, with the address of the resource that has it.
	Via string
	// Why says in a clause what gets from one to the other.
	Why string
}

// PHIMark is the mark itself. Its zero value is unmarked.
type PHIMark string

// The marks. PHIUnknown means that tags or a name which decide it were not seen.
const (
	PHIUnmarked PHIMark = ""
	PHIYes      PHIMark = "yes"
	PHINo       PHIMark = "no"
	PHIUnknown  PHIMark = "unknown"
)
