package aws

import (
	"slices"
	"strings"
)

// Watched are options by which a test hears of the calls that their part does not declare.
func Watched(o Options, undeclared func(types []string, operation string)) Options {
	o.watch = func(p part, op operation) {
		if p.run != nil && !slices.ContainsFunc(p.uses, func(u operation) bool { return u.String() == op.String() }) {
			undeclared(p.types, op.String())
		}
	}
	return o
}

// Guarded is how clients are made.
var Guarded = guarded

// Actions are the IAM actions of the operations that parts declare.
func Actions() map[string][]string {
	out := map[string][]string{}
	for _, parts := range services() {
		for _, p := range parts {
			for _, op := range p.uses {
				out[op.String()] = strings.Split(op.grant(), ",")
			}
		}
	}
	return out
}
