package aws

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Reading is one operation by which wanted resources are read.
type Reading struct {
	// Operation is the call: "s3:GetBucketEncryption".
	Operation string
	// Actions are the IAM actions that allow it.
	Actions []string
}

// Readings are the operations that read what is wanted, in order, without those that
// every audit makes.
func Readings(w resource.Wanted) []Reading {
	var out []Reading
	for _, p := range partsFor(w) {
		for _, op := range p.uses {
			out = append(out, Reading{Operation: op.String(), Actions: strings.Split(op.grant(), ",")})
		}
	}
	slices.SortFunc(out, func(a, b Reading) int { return cmp.Compare(a.Operation, b.Operation) })
	return slices.CompactFunc(out, func(a, b Reading) bool { return a.Operation == b.Operation })
}
