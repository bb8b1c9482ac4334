package aws_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// fake is an AWS that answers operations by name, without a network. n counts the
// calls of an operation from 0. What it does not know is denied.
type fake struct {
	answers map[string]func(body string, n int) (status int, answer string)
	mu      sync.Mutex
	calls   map[string]int
}

func (f *fake) Do(r *http.Request) (*http.Response, error) {
	var body []byte
	if r.Body != nil {
		body, _ = io.ReadAll(r.Body)
	}
	target := r.Header.Get("X-Amz-Target")
	name := target[strings.LastIndexByte(target, '.')+1:]
	if target == "" {
		_, after, _ := strings.Cut(string(body), "Action=")
		name, _, _ = strings.Cut(after, "&")
	}
	f.mu.Lock()
	if f.calls == nil {
		f.calls = map[string]int{}
	}
	n := f.calls[name]
	f.calls[name]++
	f.mu.Unlock()
	status, text := 0, ""
	switch answer := f.answers[name]; {
	case name == "GetCallerIdentity":
		status, text = 200, xmlOf(name, "<Arn>arn:aws:iam::123456789012:user/auditor</Arn><Account>123456789012</Account>")
	case name == "DescribeRegions":
		status, text = 200, "<DescribeRegionsResponse><regionInfo><item><regionName>eu-west-1</regionName></item></regionInfo></DescribeRegionsResponse>"
	case answer != nil:
		status, text = answer(string(body), n)
	case target != "":
		status, text = 400, `{"__type":"AccessDeniedException"}`
	default:
		status, text = denied("", 0)
	}
	header := http.Header{"Content-Type": {"text/xml"}}
	if target != "" {
		header.Set("Content-Type", "application/x-amz-json-1.1")
	}
	return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(bytes.NewBufferString(text)), Request: r}, nil
}

func xmlOf(operation, inner string) string {
	return fmt.Sprintf("<%[1]sResponse><%[1]sResult>%[2]s</%[1]sResult></%[1]sResponse>", operation, inner)
}

func denied(string, int) (int, string) {
	return 403, "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>"
}

// always answers every call of an operation of the query protocol alike.
func always(operation, inner string) func(string, int) (int, string) {
	return func(string, int) (int, string) { return 200, xmlOf(operation, inner) }
}

// audit reads the types from a fake.
func (f *fake) audit(t *testing.T, types ...string) resource.Set {
	t.Helper()
	environment(t)
	t.Setenv("AWS_CA_BUNDLE", "") // it asks for the SDK's own kind of client
	result, err := aws.Audit(t.Context(), aws.Options{Wanted: wanted(types...), Regions: []string{"eu-west-1"}, HTTPClient: f})
	if err != nil {
		t.Fatal(err)
	}
	return result.Set
}

// shownAll are the resources' values by "type name", as shown has them.
func shownAll(set resource.Set) map[string]any {
	out := map[string]any{}
	for _, r := range set.Resources {
		v := shown(r.Values).(map[string]any)
		if r.Unread.What != "" {
			v["unread"] = r.Unread.What
		}
		if len(r.Existence) > 0 {
			v["maybe"] = r.Existence[0].Cause.What
		}
		out[r.Address.Type+" "+r.Address.Name] = v
	}
	return out
}

// shown is a value for comparison; an unknown one is "unknown: OPERATION".
func shown(v cty.Value) any {
	v, marks := v.Unmark()
	switch {
	case !v.IsKnown():
		for m := range marks {
			if c, ok := m.(resource.Cause); ok {
				return "unknown: " + c.What
			}
		}
		return "unknown"
	case v.IsNull():
		return nil
	case v.Type() == cty.String:
		return v.AsString()
	case v.Type() == cty.Bool:
		return v.True()
	case v.Type() == cty.Number:
		n, _ := v.AsBigFloat().Int64()
		return int(n)
	case v.Type().IsTupleType():
		out := []any{}
		for _, e := range v.AsValueSlice() {
			out = append(out, shown(e))
		}
		return out
	}
	out := map[string]any{}
	for k, e := range v.AsValueMap() {
		out[k] = shown(e)
	}
	return out
}

// gapsOf are the gaps as "what: types".
func gapsOf(set resource.Set) []string {
	out := []string{}
	for _, g := range set.Gaps {
		out = append(out, g.What+": "+strings.Join(g.Types, " "))
	}
	return out
}
