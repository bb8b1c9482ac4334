// Package provider is what has to be known about the Terraform AWS provider to
// read a configuration as the provider would: which names things used to have
// (Type, Expand, Normalize), and what an omitted argument means (Normalize,
// Default). Everything is a table with a documentation link beside each entry.
//
// The package knows nothing of HCL or plans: both sources hand it values in
// Terraform's shape and get them back in the shape that policies read.
package provider

// Version is the major version of the AWS provider that a root module uses.
type Version struct {
	// Major is 5 or 6, for example. 0 means that nobody said, and counts as the newest.
	Major int
	// Observed tells that the values were read back from AWS (a state, a resource
	// that a plan leaves in place), so that each is what it is, whatever decides it
	// at creation.
	Observed bool
}

// newest is the major version whose documentation the tables follow by default.
const newest = 6

func (v Version) major() int {
	if v.Major <= 0 {
		return newest
	}
	return v.Major
}
