package aws_test

import (
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// answers is an AWS that gives a fixed body to each operation, by its name or by
// its name and Region ("DescribeTrails eu-west-1"); of services that have paths
// instead of operations, by method and path, with or without the query. What is
// left out is denied.
type answers struct {
	bodies map[string]string
	// fail answers instead, where it does not return nil.
	fail func(operation, region string) error

	mu sync.Mutex
	// asked are the operations with their Regions, sent the last body of each.
	asked []string
	sent  map[string]string
}

const identityAnswer = `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/audit</Arn><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`

func (a *answers) Do(r *http.Request) (*http.Response, error) {
	var sent []byte
	if r.Body != nil {
		var err error
		if sent, err = io.ReadAll(r.Body); err != nil {
			return nil, err
		}
	}
	operation, region := operationOf(r, string(sent)), ""
	if _, scope, ok := strings.Cut(r.Header.Get("Authorization"), "Credential="); ok {
		if parts := strings.Split(scope, "/"); len(parts) > 2 {
			region = parts[2]
		}
	}
	a.mu.Lock()
	a.asked = append(a.asked, operation+" "+region)
	if a.sent == nil {
		a.sent = map[string]string{}
	}
	a.sent[operation] = string(sent)
	a.mu.Unlock()
	if a.fail != nil {
		if err := a.fail(operation, region); err != nil {
			return nil, err
		}
	}
	body, ok := a.bodies[operation+"?"+r.URL.RawQuery]
	for _, key := range []string{operation + " " + region, operation} {
		if !ok {
			body, ok = a.bodies[key]
		}
	}
	switch {
	case ok:
	case operation == "GetCallerIdentity":
		body, ok = identityAnswer, true
	case operation == "DescribeRegions":
		body, ok = `<DescribeRegionsResponse><regionInfo><item><regionName>eu-west-1</regionName></item><item><regionName>us-east-1</regionName></item><item><regionName>us-west-1</regionName></item></regionInfo></DescribeRegionsResponse>`, true
	}
	out := &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Request: r, Body: io.NopCloser(strings.NewReader(body))}
	if !ok {
		out.StatusCode = http.StatusForbidden
	}
	return out, nil
}

func operationOf(r *http.Request, body string) string {
	if target := r.Header.Get("X-Amz-Target"); target != "" {
		return target[strings.LastIndexByte(target, '.')+1:]
	}
	if form, err := url.ParseQuery(body); err == nil && form.Get("Action") != "" {
		return form.Get("Action")
	}
	return r.Method + " " + r.URL.Path
}

// times is how often an operation was asked for, in all Regions.
func (a *answers) times(operation string) int {
	n := 0
	for _, one := range a.asked {
		if strings.HasPrefix(one, operation+" ") {
			n++
		}
	}
	return n
}

// audit reads the types from it in the Regions.
func (a *answers) audit(t *testing.T, types []string, regions ...string) sight {
	t.Helper()
	environment(t)
	t.Setenv("AWS_CA_BUNDLE", "") // the SDK wants to give it to the client
	result, err := aws.Audit(t.Context(), aws.Options{Wanted: wanted(types...), Regions: regions, HTTPClient: a})
	if err != nil {
		t.Fatal(err)
	}
	return sight{result.Set}
}

// sight is what an audit saw.
type sight struct{ set resource.Set }

// one is the only resource of the type with that name; any name where it is empty.
func (s sight) one(t *testing.T, typ, name string) *resource.Resource {
	t.Helper()
	var found []*resource.Resource
	for _, r := range s.set.Resources {
		if r.Address.Type == typ && (name == "" || r.Address.Name == name) {
			found = append(found, r)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d of %s %q, want 1; gaps %v", len(found), typ, name, s.gaps())
	}
	return found[0]
}

func (s sight) count(typ string) int {
	n := 0
	for _, r := range s.set.Resources {
		if r.Address.Type == typ {
			n++
		}
	}
	return n
}

// gaps are what could not be read, each with the types whose lists are open.
func (s sight) gaps() []string {
	var out []string
	for _, g := range s.set.Gaps {
		out = append(out, strings.TrimSpace(g.Root+" "+g.What+" "+strings.Join(g.Types, ",")))
	}
	slices.Sort(out)
	return out
}

// valueText is an attribute as JSON, "unknown: why" without the error code for what is
// unknown and "not read" for what is left out.
func valueText(t *testing.T, r *resource.Resource, attr string) string {
	t.Helper()
	if !r.Values.Type().HasAttribute(attr) {
		return "not read"
	}
	v, marks := r.Values.GetAttr(attr).UnmarkDeep()
	if !v.IsWhollyKnown() {
		for m := range marks {
			if c, ok := m.(resource.Cause); ok {
				why, _, _ := strings.Cut(c.Why, " (")
				return "unknown: " + c.What + ": " + why
			}
		}
		return "unknown"
	}
	if v.IsNull() {
		return "null"
	}
	out, err := ctyjson.Marshal(v, v.Type())
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// checkValues compares attributes of a resource.
func checkValues(t *testing.T, r *resource.Resource, want map[string]string) {
	t.Helper()
	for attr, w := range want {
		if got := valueText(t, r, attr); got != w {
			t.Errorf("%s.%s of %s is %s, want %s", r.Address.Type, attr, r.Address.Name, got, w)
		}
	}
}
