package resource

import (
	"cmp"
	"slices"
	"time"
)

// Call is one request that a live source made: the evidence of what it answered.
type Call struct {
	// Operation is the service's IAM prefix and the API operation: "rds:DescribeDBInstances".
	Operation string
	// Target is what was asked about: a bucket, a key id; empty for a listing.
	Target          string
	Account, Region string
	// Time is when the answer came, in UTC.
	Time time.Time
	// RequestID is the service's own name for the request, empty where it gave none.
	RequestID string
	// Attempts counts the tries, retries included, over all pages; Retries those of
	// them that repeated one that was not answered.
	Attempts, Retries int
	// Failure says how the call failed: "denied", "throttled", "timeout"... It is
	// empty where it was answered, also where the answer was "not configured".
	Failure string
}

// CompareCalls is the one order of calls.
func CompareCalls(a, b *Call) int {
	return cmp.Or(
		cmp.Compare(a.Account, b.Account), cmp.Compare(a.Region, b.Region),
		cmp.Compare(a.Operation, b.Operation), cmp.Compare(a.Target, b.Target),
		a.Time.Compare(b.Time), cmp.Compare(a.RequestID, b.RequestID),
	)
}

// ScopeRead is an account, or a region of one, that a live source read: it is
// judged also when nothing is in it. Scope.RegionKey is empty for the account itself.
type ScopeRead struct {
	Root  string
	Scope Scope
	// Partial tells, of an account, that not all of its Regions were to be read.
	Partial bool
	// Provider is the prefix of the types that there are in it ("github"), so that policies
	// about others do not judge it; empty where any may.
	Provider string
}

func (s *Set) sortLive() {
	slices.SortFunc(s.Calls, CompareCalls)
	slices.SortFunc(s.Scopes, func(a, b ScopeRead) int {
		return cmp.Or(cmp.Compare(a.Root, b.Root), cmp.Compare(a.Scope.AccountKey, b.Scope.AccountKey), cmp.Compare(a.Scope.RegionKey, b.Scope.RegionKey), compareBools(a.Partial, b.Partial))
	})
	s.Scopes = slices.Compact(s.Scopes)
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// ReadBy is the call that showed an attribute of a live resource, nil where none did.
func (r *Resource) ReadBy(attr string) *Call {
	if c, ok := r.Reads[attr]; ok {
		return c
	}
	return r.Reads[""]
}
