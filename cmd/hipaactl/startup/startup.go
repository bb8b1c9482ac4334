// Package startup keeps the garbage collector from running while the program starts. The
// packages of 60 AWS services allocate 6 MiB before main, of which all stays, and the collector
// would look through it twice, for a tenth of what a scan of one resource takes.
//
// Its one variable is set before theirs: of the packages that wait for no other, Go initialises
// the one whose path sorts first, and theirs wait for net/http.
// Source: https://go.dev/ref/spec#Program_initialization
package startup

import (
	"os"
	"runtime/debug"
)

// FirstCollection is how much may be allocated before the collector runs for the first time,
// in percent of Go's least heap of 4 MiB: 32 MiB, which a scan of a few resources does not reach.
const FirstCollection = 800

var _ = hold()

// hold sets the collector, unless GOGC does.
func hold() int {
	if os.Getenv("GOGC") != "" {
		return 0
	}
	return debug.SetGCPercent(FirstCollection)
}
