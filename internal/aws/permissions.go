package aws

import (
	"maps"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Permission is one IAM action that reading needs.
type Permission struct {
	// Action is the IAM action: "s3:GetEncryptionConfiguration".
	Action string
	// For are the wanted resource types that need it, in order; empty for what every
	// audit needs.
	For []string
}

// Permissions are the least IAM actions with which everything wanted can be read,
// in order. sts:GetCallerIdentity needs none, and is left out.
func Permissions(w resource.Wanted) []Permission {
	types := map[string]map[string]bool{describeRegions.grant(): {}}
	for _, p := range partsFor(w) {
		for _, op := range p.uses {
			for action := range strings.SplitSeq(op.grant(), ",") {
				if types[action] == nil {
					types[action] = map[string]bool{}
				}
				for _, typ := range p.types {
					if w[typ] != nil {
						types[action][typ] = true
					}
				}
			}
		}
	}
	out := make([]Permission, 0, len(types))
	for _, action := range slices.Sorted(maps.Keys(types)) {
		out = append(out, Permission{Action: action, For: slices.Sorted(maps.Keys(types[action]))})
	}
	return out
}
