package terraform

import (
	"regexp"
	"testing"
)

// TestFault shows that a fault of ours costs one root, and is a gap that says where.
func TestFault(t *testing.T) {
	set := (&root{mod: &module{dir: "envs/prod"}}).evaluate()
	if len(set.Gaps) != 1 || set.Gaps[0].Root != "envs/prod" || !regexp.MustCompile(`please report it \([a-z_]+\.go:[0-9]+\)$`).MatchString(set.Gaps[0].Why) {
		t.Errorf("%+v", set.Gaps)
	}
	if len(set.Seen.Roots) != 1 {
		t.Errorf("%+v", set.Seen)
	}
}
