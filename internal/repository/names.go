package repository

import (
	"context"
	"path"
	"strconv"
	"strings"

	"github.com/hipaactl/hipaactl/internal/detect"
	"github.com/hipaactl/hipaactl/internal/tree"
)

// showable hands out files under names that may be shown: one that holds what names a patient, or
// a credential, is masked, and numbered where two would be alike.
func showable(source tree.Source, d *detect.Detector) tree.Source {
	return func(ctx context.Context, take func(tree.File) error) error {
		times := map[string]int{}
		return source(ctx, func(f tree.File) error {
			if masked, _ := d.Name(f.Name); masked != "" {
				times[masked]++
				if n := times[masked]; n > 1 {
					dir, base := path.Split(masked) // what kind of file it is stands at its end
					masked = strings.TrimSuffix(dir, "/") + "~" + strconv.Itoa(n) + "/" + base
				}
				front, ok := strings.CutSuffix(f.Shown, f.Name)
				if !ok {
					front = ""
				}
				f.Name, f.Shown = masked, front+masked
			}
			return take(f)
		})
	}
}
