package phi

import "github.com/hipaactl/hipaactl/internal/resource"

// Want is what a source of configuration (code, plan, state) evaluates so that marks can
// be read and travel: w, and every attribute that a row of the table of edges reads.
// w itself is not changed.
func Want(w resource.Wanted) resource.Wanted { return w }

// WantOf is Want for an account: the attributes of types that are in w already and of no
// others, since what is not wanted is not asked for. w itself is not changed.
func WantOf(w resource.Wanted) resource.Wanted { return w }
