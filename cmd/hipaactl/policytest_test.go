package main

import "testing"

// TestPolicyTestOfTheTree: the built-in policies can be tested as a directory, all of them or
// those of one folder, which must not be taken for a second set of the same rules.
func TestPolicyTestOfTheTree(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"--quick", "../../policies"}, {"../../policies/aws/tags/phi"}, {"--quick", "../../policies/aws/vpc", "../../policies/github"},
	} {
		if stdout, stderr, code := invoke(t, nil, append([]string{"policy", "test"}, args...)...); code != 0 {
			t.Errorf("%q: exit %d\n%s%s", args, code, stdout, stderr)
		}
	}
}
