package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"
)

// TestPolicyTestOfTheTree: the built-in policies can be tested as a directory, which
// must not be taken for a second set of the same rules.
func TestPolicyTestOfTheTree(t *testing.T) {
	var stdout, stderr bytes.Buffer
	code := Main(context.Background(), process{
		args: []string{"policy", "test", "--quick", "../../policies"}, stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr,
		getenv: func(string) string { return "" }, now: time.Now, columns: func(io.Writer) int { return 0 },
	})
	if code != 0 {
		t.Errorf("exit %d\n%s%s", code, stdout.String(), stderr.String())
	}
}
