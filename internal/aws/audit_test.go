package aws_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/resource"
)

const ownAccount = "123456789012"

// environment makes the SDK's configuration depend on the test alone. Nothing is tried
// twice: what fails in a test fails for good.
func environment(t *testing.T) {
	t.Helper()
	for name, value := range map[string]string{
		"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_SESSION_TOKEN": "", "AWS_PROFILE": "", "AWS_REGION": "",
		"AWS_DEFAULT_REGION": "", "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
		"AWS_ENDPOINT_URL": "", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "", "AWS_RETRY_MODE": "", "AWS_MAX_ATTEMPTS": "1",
		"AWS_CA_BUNDLE": "", // the SDK would want a client of its own kind
	} {
		t.Setenv(name, value)
	}
}

func wanted(types ...string) resource.Wanted {
	w := resource.Wanted{}
	for _, typ := range types {
		w[typ] = &resource.Shape{Kind: resource.Object}
	}
	return w
}

// audit reads accounts, and fails where a part makes a call that it does not declare:
// nobody would know to allow it.
func audit(t *testing.T, o aws.Options) sight {
	t.Helper()
	result, err := aws.Audit(t.Context(), aws.Watched(o, func(types []string, operation string) {
		t.Errorf("%s is not declared by the part that reads %s", operation, strings.Join(types, ", "))
	}))
	if err != nil {
		t.Fatal(err)
	}
	return sight{result.Set, result.Accounts}
}

// auditMoto reads the types from the emulator, in eu-west-1 unless Regions are named.
func auditMoto(t *testing.T, url string, types []string, regions ...string) sight {
	t.Helper()
	environment(t)
	t.Setenv("AWS_MAX_ATTEMPTS", "2") // a busy machine may lose a connection
	if len(regions) == 0 {
		regions = []string{"eu-west-1"}
	}
	return audit(t, aws.Options{Wanted: wanted(types...), Regions: regions, EndpointURL: url})
}

// sight is what an audit saw.
type sight struct {
	resource.Set
	accounts []aws.AccountStatus
}

// one is the only resource of the type with that name; any name where it is empty.
func (s sight) one(t *testing.T, typ, name string) *resource.Resource {
	t.Helper()
	var found []*resource.Resource
	for _, r := range s.Resources {
		if r.Address.Type == typ && (name == "" || r.Address.Name == name) {
			found = append(found, r)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d of %s %q, want 1; gaps %v", len(found), typ, name, s.gaps())
	}
	return found[0]
}

// in is what was seen in a Region; the empty one is for what is global.
func (s sight) in(region string) sight {
	out := s
	out.Resources = slices.DeleteFunc(slices.Clone(s.Resources), func(r *resource.Resource) bool { return r.Scope.Region != region })
	return out
}

// names are those of the resources of a type.
func (s sight) names(typ string) []string {
	out := []string{}
	for _, r := range s.Resources {
		if r.Address.Type == typ {
			out = append(out, r.Address.Name)
		}
	}
	slices.Sort(out)
	return out
}

// gaps are what could not be read: the Region, with the account where it is not one's
// own, the call and the types whose lists are open.
func (s sight) gaps() []string {
	out := []string{}
	for _, g := range s.Gaps {
		open := strings.Join(g.Types, " ")
		switch {
		case g.Settled:
			open = "settled"
		case open == "":
			open = "everything"
		}
		out = append(out, strings.TrimPrefix(g.Root, ownAccount+"/")+" "+g.What+": "+open)
	}
	slices.Sort(out)
	return out
}

// values are those of all resources by "TYPE NAME". What says that some were not read is
// "unread", what says that it may not exist "maybe".
func (s sight) values() map[string]map[string]any {
	out := map[string]map[string]any{}
	for _, r := range s.Resources {
		v := plain(r.Values).(map[string]any)
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

// check compares the attributes that are named. Every resource has to be expected.
func (s sight) check(t *testing.T, want map[string]map[string]any) {
	t.Helper()
	for _, r := range s.Resources {
		name := r.Address.Type + " " + r.Address.Name
		if want[name] == nil {
			t.Errorf("%s was read, which is not expected", name)
		}
	}
	all := s.values()
	for name, attrs := range want {
		got := map[string]any{}
		for attr := range attrs {
			got[attr] = "not read"
			if v, ok := all[name][attr]; ok {
				got[attr] = v
			}
		}
		if diff := cmp.Diff(attrs, got, loosely); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// plain is a value for comparison; an unknown one is "unknown: CALL: WHY", without the
// error's code.
func plain(v cty.Value) any {
	v, marks := v.Unmark()
	switch {
	case !v.IsKnown():
		for _, c := range resource.MarksOf(marks).Causes {
			why, _, _ := strings.Cut(c.Why, " (")
			return "unknown: " + c.What + ": " + why
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
			out = append(out, plain(e))
		}
		return out
	}
	out := map[string]any{}
	for name, e := range v.AsValueMap() {
		out[name] = plain(e)
	}
	return out
}

// loosely lets a test name the call of what is unknown, and leave out why.
var loosely = cmp.Comparer(func(a, b string) bool {
	short, long := min(a, b), max(a, b)
	return a == b || strings.HasPrefix(short, "unknown: ") && strings.HasPrefix(long, short+": ")
})

// holds compares some attributes of a resource.
func holds(t *testing.T, r *resource.Resource, want map[string]any) {
	t.Helper()
	got := map[string]any{}
	for name := range want {
		got[name] = "not read"
		if r.Values.Type().HasAttribute(name) {
			got[name] = plain(r.Values.GetAttr(name))
		}
	}
	if diff := cmp.Diff(want, got, loosely); diff != "" {
		t.Errorf("%s %s (-want +got):\n%s", r.Address.Type, r.Address.Name, diff)
	}
}

// checkValues is holds for values that are easier to write as JSON.
func checkValues(t *testing.T, r *resource.Resource, want map[string]string) {
	t.Helper()
	parsed := map[string]any{}
	for name, text := range want {
		if parsed[name] = text; !json.Valid([]byte(text)) {
			continue // "not read", "unknown: ..."
		}
		var v any
		_ = json.Unmarshal([]byte(text), &v)
		parsed[name] = whole(v)
	}
	holds(t, r, parsed)
}

// whole makes the numbers of JSON what plain makes of numbers.
func whole(v any) any {
	switch v := v.(type) {
	case float64:
		return int(v)
	case []any:
		for i := range v {
			v[i] = whole(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = whole(v[k])
		}
	}
	return v
}
