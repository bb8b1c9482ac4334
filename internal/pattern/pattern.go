// Package pattern holds regular expressions that are compiled when they are first asked for, so
// that commands which need none of them do not pay for them at their start.
package pattern

import (
	"regexp"
	"sync"
)

// Lazy is an expression that is compiled once, on its first use. One that does not compile
// panics then, as regexp.MustCompile does: it is a constant of the program.
func Lazy(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
