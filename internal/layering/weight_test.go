package layering

import (
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// unavoidable are clients with schemas that have no version without, which configuration
// of the SDK itself needs, or whose protocol is chosen by them.
var unavoidable = []string{"cloudwatch", "signin", "sso", "ssooidc"}

// TestClientsWithoutSchemas keeps start-up short: newer clients of AWS services build the
// schemas of all their shapes before main, whether anything asks AWS or not (decision 19).
func TestClientsWithoutSchemas(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "../../cmd/hipaactl").Output()
	if err != nil {
		t.Fatal(err)
	}
	clients := regexp.MustCompile(`^github\.com/aws/aws-sdk-go-v2/service/(\w+)/schemas$`)
	for path := range strings.FieldsSeq(string(out)) {
		if m := clients.FindStringSubmatch(path); m != nil && !slices.Contains(unavoidable, m[1]) {
			t.Errorf("%s: take the newest version of the client that has no schemas", path)
		}
	}
}
