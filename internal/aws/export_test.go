package aws

import "slices"

// Watched are options by which a test hears of the calls that their part does not declare.
func Watched(o Options, undeclared func(types []string, operation string)) Options {
	o.watch = func(p part, op operation) {
		if p.run != nil && !slices.ContainsFunc(p.uses, func(u operation) bool { return u.String() == op.String() }) {
			undeclared(p.types, op.String())
		}
	}
	return o
}
