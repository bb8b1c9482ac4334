package phi

import "github.com/hipaactl/hipaactl/internal/resource"

// Map is how PHI may move between the resources of a set.
type Map struct {
	// Edges were followed, in the order of their ends.
	Edges []Edge
	// Open are references of an edge's kind whose other end was not seen.
	Open []OpenEdge
}

// Edge is a reference along which PHI gets from one resource to another.
type Edge struct {
	From, To *resource.Resource
	// Kind is the edge's entry in the table of edges: "replica".
	Kind string
	// Path is the attribute that holds the reference and Holder the resource that has it,
	// which may be neither end: aws_s3_bucket_logging names both buckets.
	Holder *resource.Resource
	Path   string
	// Why says in a clause what gets from one to the other: "objects are copied to it".
	Why string
	// Causes say why the reference may not be there; nil where it certainly is.
	Causes []resource.Cause
	// Carried tells that From holds PHI and the reference is certain, so that To does too.
	Carried bool
}

// OpenEdge leads to, or from, something that was not seen.
type OpenEdge struct {
	Seen *resource.Resource
	Kind string
	// Path is the attribute that holds the reference and Holder the resource that has it.
	Holder *resource.Resource
	Path   string
	// Out tells that Seen is where PHI would come from.
	Out bool
	// Cause says why the other end is not seen.
	Cause resource.Cause
}
