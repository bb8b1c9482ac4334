package snapshot_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/snapshot"
)

const account = "111122223333"

var at = time.Date(2026, 1, 15, 10, 0, 0, 0, time.UTC)

func scope(region string) resource.Scope {
	return resource.Scope{AccountKey: account, Account: account, RegionKey: region, Region: region}
}

func denied(what string) resource.Cause {
	return resource.Cause{Kind: resource.NotVisible, What: what, Why: "access was denied", Settle: "grant " + what}
}

func live(typ, name string, v map[string]cty.Value) *resource.Resource {
	return &resource.Resource{
		Root: account + "/eu-west-1", Source: resource.Live, Address: resource.Address{Type: typ, Name: name},
		Scope: scope("eu-west-1"), Values: cty.ObjectVal(v),
	}
}

// full is a snapshot with one of everything.
func full() snapshot.Snapshot {
	listing := &resource.Call{Operation: "rds:DescribeDBInstances", Account: account, Region: "eu-west-1", Time: at, RequestID: "r-1", Attempts: 3, Retries: 2}
	tags := &resource.Call{Operation: "rds:ListTagsForResource", Target: "orders", Account: account, Region: "eu-west-1", Time: at.Add(time.Second / 2), Attempts: 1, Failure: "denied"}
	db := live("aws_db_instance", "orders", map[string]cty.Value{
		"identifier": cty.StringVal("orders <&> é"), "storage_encrypted": cty.True, "kms_key_id": cty.NullVal(cty.String),
		"port": cty.NumberIntVal(5432), "ratio": cty.MustParseNumberVal("0.1"), "backup": resource.Unknown(cty.Number, denied("rds:DescribeX")),
		"tags_all": cty.MapVal(map[string]cty.Value{"DataClass": cty.StringVal("PHI"), "data-class": cty.StringVal("PHI"), `a."b"[0]`: cty.StringVal("")}),
		"ingress": cty.TupleVal([]cty.Value{
			cty.ObjectVal(map[string]cty.Value{"cidr_blocks": cty.ListVal([]cty.Value{cty.StringVal("10.0.0.0/8")}), "from_port": cty.DynamicVal.Mark(denied("b")).Mark(denied("a"))}),
			resource.Unknown(cty.DynamicPseudoType, denied("c")),
		}).Mark(resource.Open{Cause: denied("d")}),
		"nothing": cty.EmptyTupleVal, "empty": cty.EmptyObjectVal,
	})
	db.ARN, db.Unread = "arn:aws:rds:eu-west-1:111122223333:db:orders", denied("rds:DescribeY")
	db.Reads = map[string]*resource.Call{"": listing, "tags_all": tags}
	pair := resource.Condition{ID: "either both or none", Cause: denied("s3:GetBucketPolicy")}
	own := resource.Condition{ID: "its own", Cause: denied("s3:GetBucketAcl")}
	policy, acl := live("aws_s3_bucket_policy", "b", map[string]cty.Value{"bucket": cty.StringVal("b")}), live("aws_s3_bucket_acl", "b", map[string]cty.Value{"bucket": cty.StringVal("b")})
	policy.Existence, acl.Existence = []resource.Condition{pair}, []resource.Condition{pair, own}
	user := live("aws_iam_user", "ann", map[string]cty.Value{"name": cty.StringVal("ann")})
	user.Root, user.Scope = account+"/global", scope("")
	return snapshot.Snapshot{
		Time: at, Tool: snapshot.Tool{Name: "hipaactl", Version: "1.2.3"},
		Set: resource.Set{
			Resources: []*resource.Resource{db, policy, acl, user}, Calls: []*resource.Call{listing, tags},
			Scopes: []resource.ScopeRead{{Root: account + "/eu-west-1", Scope: scope("eu-west-1")}, {Root: account + "/global", Scope: scope(""), Partial: true}},
			Gaps: []resource.Gap{
				{Kind: resource.GapCall, Root: account + "/eu-west-1", Scope: scope("eu-west-1"), What: "rds:DescribeDBSnapshots", Why: "access was denied", Settle: "grant it", Types: []string{"aws_db_snapshot"}, Settled: true},
				{Kind: resource.GapCall, What: "organizations:ListAccounts", Why: "access was denied"},
			},
			Notes: []string{"a note"},
		},
	}
}

func write(t *testing.T, s snapshot.Snapshot) string {
	t.Helper()
	var b bytes.Buffer
	if err := snapshot.Write(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// sameValue compares what policies can tell apart: lists and tuples are one, as are maps and objects.
func sameValue(a, b cty.Value) bool { return plain(a).RawEquals(plain(b)) }

func plain(v cty.Value) cty.Value {
	v, marks := v.Unmark()
	t := v.Type()
	switch {
	case !v.IsKnown():
		v = cty.DynamicVal
	case v.IsNull():
		v = cty.NullVal(cty.DynamicPseudoType)
	case t.IsObjectType() || t.IsMapType():
		m := map[string]cty.Value{}
		for k, e := range v.AsValueMap() {
			m[k] = plain(e)
		}
		v = cty.ObjectVal(m)
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		var all []cty.Value
		for _, e := range v.AsValueSlice() {
			all = append(all, plain(e))
		}
		v = cty.TupleVal(all)
	}
	return v.WithMarks(marks)
}

func TestRoundTrip(t *testing.T) {
	before := full()
	text := write(t, before)
	after, err := snapshot.Read([]byte(text), "q1.json")
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if again := write(t, after); again != text {
		t.Errorf("written again it differs:\n%s", cmp.Diff(text, again))
	}
	if !after.Time.Equal(before.Time) || after.Tool != before.Tool {
		t.Errorf("time %v, tool %v", after.Time, after.Tool)
	}
	before.Set.Sort()
	ignore := []cmp.Option{
		cmp.Comparer(sameValue),
		cmp.FilterPath(func(p cmp.Path) bool {
			return slices.Contains([]string{"Existence", "Seen", "Locate", "PHI", "Location"}, p.Last().String()[min(1, len(p.Last().String())):])
		}, cmp.Ignore()),
	}
	if diff := cmp.Diff(before.Set, after.Set, ignore...); diff != "" {
		t.Errorf("not the same set:\n%s", diff)
	}
	acl, policy := after.Set.Resources[1], after.Set.Resources[2]
	if len(acl.Existence) != 2 || len(policy.Existence) != 1 || acl.Existence[0].ID != policy.Existence[0].ID && acl.Existence[1].ID != policy.Existence[0].ID || acl.Existence[0].ID == acl.Existence[1].ID {
		t.Errorf("conditions %v and %v: one is shared and one is not", acl.Existence, policy.Existence)
	}
}

func TestSameSetSameBytes(t *testing.T) {
	want := write(t, full())
	s := full()
	slices.Reverse(s.Set.Resources)
	slices.Reverse(s.Set.Calls)
	slices.Reverse(s.Set.Scopes)
	slices.Reverse(s.Set.Gaps)
	s.Time = s.Time.In(time.FixedZone("CET", 3600))
	if got := write(t, s); got != want {
		t.Errorf("the order matters:\n%s", cmp.Diff(want, got))
	}
	if !strings.HasSuffix(want, "}\n") || strings.HasSuffix(want, "\n\n") || !strings.Contains(want, "\n \"time\"") {
		t.Errorf("not in the one form:\n%s", want)
	}
}

// TestAddressesThatAreThereTwice: what they hold decides their order.
func TestAddressesThatAreThereTwice(t *testing.T) {
	a, b := live("aws_x", "x", map[string]cty.Value{"n": cty.NumberIntVal(1)}), live("aws_x", "x", map[string]cty.Value{"n": cty.NumberIntVal(2)})
	one := write(t, snapshot.Snapshot{Time: at, Set: resource.Set{Resources: []*resource.Resource{a, b}}})
	if other := write(t, snapshot.Snapshot{Time: at, Set: resource.Set{Resources: []*resource.Resource{b, a}}}); one != other {
		t.Errorf("the order matters:\n%s", cmp.Diff(one, other))
	}
}

func TestSensitiveValuesAreNotWritten(t *testing.T) {
	secret := cty.StringVal("pl4nted")
	s := snapshot.Snapshot{Time: at, Set: resource.Set{Resources: []*resource.Resource{live("aws_x", "x", map[string]cty.Value{
		"password": secret.Mark(resource.Sensitive{}), "list": cty.TupleVal([]cty.Value{secret.Mark(resource.Sensitive{})}),
		"block": cty.ObjectVal(map[string]cty.Value{"key": secret}).Mark(resource.Sensitive{}),
	})}}}
	text := write(t, s)
	if strings.Contains(text, "pl4nted") || strings.Count(text, "the value is sensitive") != 3 {
		t.Errorf("not hidden:\n%s", text)
	}
	if _, err := snapshot.Read([]byte(text), "x"); err != nil {
		t.Error(err)
	}
}

func TestWriteRefuses(t *testing.T) {
	ref := resource.Ref{Address: resource.Address{Type: "aws_x", Name: "y"}, Attr: "id", ID: 1}
	code := live("aws_x", "x", nil)
	code.Source = resource.Code
	for name, r := range map[string]*resource.Resource{
		"code":        code,
		"a reference": live("aws_x", "x", map[string]cty.Value{"y": cty.StringVal("pl4nted" + ref.Placeholder()).Mark(ref)}),
		"a condition": live("aws_x", "x", map[string]cty.Value{"y": cty.StringVal("pl4nted").Mark(resource.Maybe{})}),
	} {
		var b bytes.Buffer
		err := snapshot.Write(&b, snapshot.Snapshot{Time: at, Set: resource.Set{Resources: []*resource.Resource{r}}})
		if err == nil || b.Len() > 0 || strings.Contains(err.Error(), "pl4nted") {
			t.Errorf("%s: error %v, wrote %q", name, err, b.String())
		}
	}
}
