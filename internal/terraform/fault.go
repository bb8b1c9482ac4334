package terraform

import (
	"path"
	"runtime"
	"strconv"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// fault is why a root could not be read where no configuration may be the reason.
const fault = "hipaactl failed on it, and should not have: please report it"

// failed is what is known of a root on which the evaluation panicked. What the panic said
// stays untold, since it may quote the configuration.
func (r *root) failed() resource.Set {
	return resource.Set{Seen: resource.Seen{Roots: []string{r.mod.dir}}, Gaps: []resource.Gap{{
		Kind: resource.GapFile, Root: r.mod.dir, What: r.mod.dir, Why: fault + " (" + origin() + ")", Settle: "scan a plan",
	}}}
}

// origin is the place in our code where a panic came from.
func origin() string {
	var callers [64]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers[:])])
	panicked := false
	for {
		frame, more := frames.Next()
		panicked = panicked || frame.Function == "runtime.gopanic"
		if panicked && strings.Contains(frame.Function, "/hipaactl/internal/") {
			return path.Base(frame.File) + ":" + strconv.Itoa(frame.Line)
		}
		if !more {
			return "unknown place"
		}
	}
}
