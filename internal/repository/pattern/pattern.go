// Package pattern holds regular expressions that are compiled when they are first asked for, so
// that commands which read no repository do not pay for those of the ones that do. The
// extractors of internal/repository use it.
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
