package checks

import (
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// Metadata is what a policy says about itself in its METADATA annotation. Treat it as read-only.
type Metadata struct {
	// ID is the rule, HIPAA-S3-003. A resource policy, a scope policy and those with When in one folder may share it.
	ID          string
	Title       string
	Description string
	Severity    Severity
	// Citations are paragraphs of 45 CFR 164 Subpart C; NPRM those of the rule proposed on 2025-01-06.
	Citations []string
	NPRM      []string
	// Scope is what is judged: ScopeResource, ScopeAccount or ScopeRegion.
	Scope string
	// When names a parameter of the rule, a bool that another policy of its folder declares:
	// this one has its say only where that is true, and else reads nothing.
	When string
	// Resources maps the judged types (for a scope policy: the listed types) to what is read of them.
	Resources map[string]*resource.Shape
	// Related maps the names of related lists to what they hold.
	Related map[string]*Related
	// Helps tells of a scope policy that further members of its lists can only remove denials.
	Helps       bool
	Params      map[string]Param
	Assertions  map[string]Assertion
	Remediation string
	// RelatedResources are documentation links.
	RelatedResources []string
	// Source is the file the policy was read from: below the embedded tree, or as the user's directory spells it.
	Source string
	// Package is the Rego package, hipaactl.aws.s3.public_access_block.
	Package string
	// User tells that the policy comes from a --policies directory.
	User bool
}

// The values of Metadata.Scope, which policies read as input._.scope.
const (
	ScopeResource = "resource"
	ScopeAccount  = "account"
	ScopeRegion   = "region"
)

// Severity is a severity that may be higher for resources that hold PHI. PHI
// equals Default where the policy makes no difference.
type Severity struct {
	Default finding.Severity `json:"default"`
	PHI     finding.Severity `json:"phi"`
}

// Of is the severity for a resource's mark. A resource that may hold PHI counts as one that does.
func (s Severity) Of(mark resource.PHIMark) finding.Severity {
	if mark == resource.PHIYes || mark == resource.PHIUnknown {
		return s.PHI
	}
	return s.Default
}

// Related declares a list of other resources that the engine joins to the judged one.
type Related struct {
	// Of is, in a scope policy, the listed type whose members have the list; else empty.
	Of string
	// Type is the members' resource type.
	Type string
	// On says how members are found.
	On On
	// Attributes is an Object shape of what is read of each member.
	Attributes *resource.Shape
	// Related are lists of the member's own.
	Related map[string]*Related
	// Helps (`more: helps`) tells that further members can only remove denials.
	Helps bool
	// Elsewhere tells that members may be declared in another stack, so that in
	// code the list is open unless the whole account was scanned.
	Elsewhere bool
}

// On is how a related list is joined: Theirs = Mine, or by a shared account or region.
type On struct {
	// Scope is ScopeAccount or ScopeRegion for a join by scope, else empty.
	Scope string
	// Theirs and Mine are paths in the member and in the resource that has the list.
	Theirs, Mine Path
}

// Param is a threshold of a policy.
type Param struct {
	// Type is "number", "bool", "string" or "[string]".
	Type string `json:"type"`
	// Default is a float64, bool, string or []any of strings.
	Default any    `json:"default"`
	Unit    string `json:"unit,omitempty"`
	// Stricter is "higher", "lower", "true", "false", "fewer", "more", or empty where no direction is laxer.
	Stricter string `json:"stricter,omitempty"`
	// Source says where the default comes from.
	Source string `json:"source,omitempty"`
}

// Assertion is one demand of a policy that bundles several. Each has its own verdict.
type Assertion struct {
	Title string
	// Reads are the paths whose cuts matter to this assertion; empty means everything declared.
	Reads    []Path
	Severity Severity
}
