package function

import (
	"errors"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// withoutValues returns the error of a library's function with the texts of the
// arguments taken out of its message: they may be secret, and errors are printed.
func withoutValues(err error, args []cty.Value) error {
	if broken := (function.PanicError{}); errors.As(err, &broken) {
		return errors.New("the function cannot work on these arguments") // the message would be a stack
	}
	message := err.Error()
	for _, arg := range args {
		bare, _ := arg.UnmarkDeep()
		for text := range texts(bare, true) {
			if len(text) > 1 && len(text) <= len(message) {
				message = strings.ReplaceAll(message, strconv.Quote(text), "(value)")
				message = strings.ReplaceAll(message, text, "(value)")
			}
		}
	}
	if at := (function.ArgError{}); errors.As(err, &at) {
		return function.NewArgErrorf(at.Index, "%s", message)
	}
	return errors.New(message)
}
