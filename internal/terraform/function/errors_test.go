package function

import (
	"strings"
	"testing"
)

// TestErrorsHideValues shows that no error of a function quotes its arguments.
func TestErrorsHideValues(t *testing.T) {
	for _, src := range []string{
		`tobool("s3cr3t")`,
		`tonumber("s3cr3t")`,
		`tomap("s3cr3t")`,
		`cidrhost("s3cr3t", 1)`,
		`cidrsubnet("s3cr3t", 1, 1)`,
		`parseint("s3cr3t", 10)`,
		`regex("s3cr3t(", "x")`,
		`regex("x", "s3cr3t")`,
		`replace("x", "/s3cr3t(/", "y")`,
		`uuidv5("s3cr3t", "x")`,
		`formatdate("s3cr3t", "s3cr3t")`,
		`timeadd("s3cr3t", "1h")`,
		`timeadd("2020-01-01T00:00:00Z", "s3cr3t")`,
		`timecmp("s3cr3t", "s3cr3t")`,
		`jsondecode("{\"s3cr3t\": 1, \"s3cr3t\": \"x\"}")`,
		`jsondecode("s3cr3t")`,
		`yamldecode("a: *s3cr3t")`,
		`yamldecode("s3cr3t: [")`,
		`csvdecode("s3cr3t,s3cr3t\n1,2")`,
		`base64decode("s3cr3t!")`,
		`textencodebase64("x", "s3cr3t")`,
		`textdecodebase64("s3cr3t!", "UTF-8")`,
		`lookup({}, "s3cr3t")`,
		`lookup({s3cr3t = 1}, "x")`,
		`index(["s3cr3t"], "x")`,
		`format("%d", "s3cr3t")`,
		`format("%s s3cr3t")`,
		`sum(["s3cr3t"])`,
		`zipmap(["s3cr3t"], [])`,
		`merge("s3cr3t")`,
		`try(tobool("s3cr3t"), jsondecode("s3cr3t"))`,
		`templatestring("$${tobool(x)}", {x = "s3cr3t"})`,
		`templatestring("$${x s3cr3t}", {})`,
		`fileset(".", "s3cr3t[")`,
	} {
		_, err := eval(t, src, nil, clinic())
		if err == nil {
			t.Errorf("%s: no error", src)
		} else if strings.Contains(err.Error(), "s3cr3t") {
			t.Errorf("%s: error quotes the value: %v", src, err)
		}
	}
}
