package checks_test

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

const account = "111122223333"

// scope is that of the account, with a region or without.
func scope(region string) resource.Scope {
	return resource.Scope{AccountKey: account, Account: account, RegionKey: region, Region: region}
}

func rootOf(region string) string {
	if region == "" {
		region = "global"
	}
	return account + "/" + region
}

// live is a resource as it was read in a region, or in none.
func live(region, typ, name string, v values, edits ...func(*resource.Resource)) *resource.Resource {
	r := &resource.Resource{
		Root: rootOf(region), Address: resource.Address{Type: typ, Name: name}, Source: resource.Live, Scope: scope(region), Values: cty.ObjectVal(v),
	}
	for _, edit := range edits {
		edit(r)
	}
	return r
}

func read(regions ...string) []resource.ScopeRead {
	var out []resource.ScopeRead
	for _, region := range regions {
		out = append(out, resource.ScopeRead{Root: rootOf(region), Scope: scope(region)})
	}
	return out
}

// of is an account that was read of one provider.
func of(provider string) []resource.ScopeRead {
	out := read("")
	out[0].Provider = provider
	return out
}

// lost is a listing of a type that was not answered.
func lost(region, typ string) resource.Gap {
	return resource.Gap{Kind: resource.GapCall, Root: rootOf(region), Scope: scope(region), Types: []string{typ}, What: "x:DescribeAll", Why: "access was denied"}
}

func verdictsOf(found []finding.Finding) string {
	var out []string
	for _, f := range found {
		out = append(out, f.Resource.Root+" "+f.Resource.Address+" "+string(f.Status))
	}
	return strings.Join(out, "; ")
}

func TestScopesThatWereRead(t *testing.T) {
	const deny = `deny contains {"paths": ["aws_x"], "message": "none"} if count(input.aws_x) == 0`
	x, global := live("eu-west-1", "aws_x", "x", values{}), live("", "aws_iam_user", "u", values{})
	settled := lost("eu-west-1", "aws_x")
	settled.Settled = true
	tests := map[string]struct {
		scope string
		set   resource.Set
		want  string
	}{
		"an empty account":          {"account", resource.Set{Scopes: read("", "eu-west-1")}, "111122223333 account fail"},
		"an account with one":       {"account", resource.Set{Scopes: read("", "eu-west-1"), Resources: []*resource.Resource{global, x}}, "111122223333 account pass"},
		"empty regions":             {"region", resource.Set{Scopes: read("", "eu-west-1", "us-east-1")}, "111122223333/eu-west-1 region fail; 111122223333/us-east-1 region fail"},
		"one of two regions":        {"region", resource.Set{Scopes: read("", "eu-west-1", "us-east-1"), Resources: []*resource.Resource{global, x}}, "111122223333/eu-west-1 region pass; 111122223333/us-east-1 region fail"},
		"global things alone":       {"region", resource.Set{Resources: []*resource.Resource{global}}, ""},
		"a region beside those":     {"region", resource.Set{Scopes: read("", "us-east-1"), Resources: []*resource.Resource{global, x}}, "111122223333/us-east-1 region fail"},
		"a lost call":               {"region", resource.Set{Scopes: read("eu-west-1", "us-east-1"), Gaps: []resource.Gap{lost("us-east-1", "aws_x")}}, "111122223333/eu-west-1 region fail; 111122223333/us-east-1 region unknown"},
		"a lost call of the region": {"account", resource.Set{Scopes: read("", "us-east-1"), Gaps: []resource.Gap{lost("us-east-1", "aws_x")}}, "111122223333 account unknown"},
		"of the same provider":      {"account", resource.Set{Scopes: of("aws")}, "111122223333 account fail"},
		"of another provider":       {"account", resource.Set{Scopes: of("github")}, ""},
		"a settled call":            {"region", resource.Set{Scopes: read("eu-west-1"), Gaps: []resource.Gap{settled}}, "111122223333/eu-west-1 region fail"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p := one(t, custom("scope: "+tt.scope+"\nresources: {aws_x: {}}", deny))
			found := judge(t, p, &tt.set, checks.EvalOptions{})
			if got := verdictsOf(found); got != tt.want {
				t.Errorf("got %q, want %q%s", got, tt.want, describe(found))
			}
		})
	}
}

// TestLinksAcrossRegions: a trail may deliver to a bucket in any region; a name that
// is one of a region means what is there.
func TestLinksAcrossRegions(t *testing.T) {
	buckets := one(t, custom("resources: {aws_s3_bucket: {}}\nrelated:\n  trails: {type: aws_cloudtrail, on: s3_bucket_name = id}",
		`deny contains {"paths": ["_.trails"], "message": "none"} if count(input._.trails) == 0`))
	groups := one(t, custom("resources: {aws_db_instance: {}}\nrelated:\n  group: {type: aws_db_parameter_group, on: name = parameter_group_name, attributes: {ssl: bool}}", `
deny contains {"paths": ["_.group[*].ssl"], "message": "off"} if not on
on if {
	count(input._.group) == 1
	input._.group[0].ssl
}`))
	vpcs := one(t, custom("resources: {aws_vpc: {}}\nrelated:\n  logs: {type: aws_flow_log, on: vpc_id = id}",
		`deny contains {"paths": ["_.logs"], "message": "none"} if count(input._.logs) == 0`))
	bucket := live("eu-west-1", "aws_s3_bucket", "b", values{"bucket": str("b")})
	trail := live("us-east-1", "aws_cloudtrail", "t", values{"s3_bucket_name": str("b")})
	group := func(region string, ssl bool) *resource.Resource {
		return live(region, "aws_db_parameter_group", "pg", values{"name": str("pg"), "ssl": cty.BoolVal(ssl)})
	}
	db := live("eu-west-1", "aws_db_instance", "d", values{"parameter_group_name": str("pg")})
	vpc := live("eu-west-1", "aws_vpc", "v", values{"id": str("vpc-1")})
	tests := map[string]struct {
		policies  *checks.Policies
		resources []*resource.Resource
		gaps      []resource.Gap
		want      finding.Status
	}{
		"trail in another region":              {buckets, []*resource.Resource{bucket, trail}, nil, finding.Pass},
		"no trail":                             {buckets, []*resource.Resource{bucket}, nil, finding.Fail},
		"trails of another region not seen":    {buckets, []*resource.Resource{bucket}, []resource.Gap{lost("us-east-1", "aws_cloudtrail")}, finding.Unknown},
		"trail of which the bucket is unread":  {buckets, []*resource.Resource{bucket, live("us-east-1", "aws_cloudtrail", "t", values{})}, nil, finding.Unknown},
		"trail without a bucket":               {buckets, []*resource.Resource{bucket, live("us-east-1", "aws_cloudtrail", "t", values{"s3_bucket_name": cty.NullVal(cty.String)})}, nil, finding.Fail},
		"namesakes in two regions":             {groups, []*resource.Resource{db, group("eu-west-1", true), group("us-east-1", false)}, nil, finding.Pass},
		"namesake in another region alone":     {groups, []*resource.Resource{db, group("us-east-1", true)}, nil, finding.Unknown},
		"flow logs of another region not seen": {vpcs, []*resource.Resource{vpc}, []resource.Gap{lost("us-east-1", "aws_flow_log")}, finding.Fail},
		"flow logs of the region not seen":     {vpcs, []*resource.Resource{vpc}, []resource.Gap{lost("eu-west-1", "aws_flow_log")}, finding.Unknown},
		"nothing of the account seen":          {vpcs, []*resource.Resource{vpc}, []resource.Gap{{Kind: resource.GapCall, What: "sts:AssumeRole"}}, finding.Unknown},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			found := judge(t, tt.policies, &resource.Set{Resources: tt.resources, Gaps: tt.gaps}, checks.EvalOptions{})
			if len(found) != 1 || found[0].Status != tt.want {
				t.Errorf("want %s%s", tt.want, describe(found))
			}
		})
	}
}

// TestOneConfigurationAsCodeAndLive: what refers in code is spelled out live.
func TestOneConfigurationAsCodeAndLive(t *testing.T) {
	p := one(t, custom(`
resources: {aws_s3_bucket: {}}
related:
  policy: {type: aws_s3_bucket_policy, on: bucket = id, attributes: {policy: document}}`, `
deny contains {"paths": [sprintf("_.policy[%d].policy.Statement[%d].Resource[%d]", [i, j, k])], "message": "another's objects"} if {
	some i, j, k
	r := input._.policy[i].policy.Statement[j].Resource[k]
	r != "ref:self.arn/*"
}

deny contains {"paths": [sprintf("_.policy[%d].policy.Statement[%d].Principal", [i, j])], "message": "another account"} if {
	some i, j, k
	a := input._.policy[i].policy.Statement[j].Principal.AWS[k]
	not a in {"ref:account.id", "arn:aws:iam::ref:account.id:root"}
}`))
	document := func(principal, bucket string) cty.Value {
		return str(`{"Statement": [{"Effect": "Allow", "Principal": {"AWS": ["` + principal + `"]}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::` + bucket + `/*"}]}`)
	}
	id := resource.Ref{Address: resource.Address{Type: "account"}, Attr: "id", ID: 7}
	code := document("arn:aws:iam::"+id.Placeholder()+":root", "records").Mark(id)
	tests := map[string]struct {
		source func(typ string, v values) *resource.Resource
		policy cty.Value
		want   finding.Status
	}{
		"code":                      {func(typ string, v values) *resource.Resource { return res(typ, "b", v) }, code, finding.Pass},
		"live":                      {nil, document("arn:aws:iam::"+account+":root", "records"), finding.Pass},
		"live: the bare account":    {nil, document(account, "records"), finding.Pass},
		"live: another account":     {nil, document("arn:aws:iam::444455556666:root", "records"), finding.Fail},
		"live: another's objects":   {nil, document(account, "other"), finding.Fail},
		"live: longer than my name": {nil, document(account, "records-2"), finding.Fail},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			source := tt.source
			if source == nil {
				source = func(typ string, v values) *resource.Resource { return live("eu-west-1", typ, "records", v) }
			}
			found := judge(t, p, &resource.Set{Resources: []*resource.Resource{
				source("aws_s3_bucket", values{"bucket": str("records")}),
				source("aws_s3_bucket_policy", values{"bucket": str("records"), "policy": tt.policy}),
			}}, checks.EvalOptions{})
			if len(found) != 1 || found[0].Status != tt.want {
				t.Errorf("want %s%s", tt.want, describe(found))
			}
		})
	}
}

// TestLiveStubs: of what is another account's, or was not listed, only a fail is news.
func TestLiveStubs(t *testing.T) {
	const keys = "resources: {aws_s3_bucket: {}}\nrelated:\n  policy: {type: aws_s3_bucket_policy, on: bucket = id, attributes: {public: bool}}"
	const rules = `deny contains {"paths": [sprintf("_.policy[%d].public", [i])], "message": "public"} if input._.policy[i].public`
	p := one(t, custom(keys, rules))
	for want, public := range map[string]bool{"": false, "111122223333/eu-west-1 aws_s3_bucket_policy.p fail": true} {
		found := judge(t, p, &resource.Set{Resources: []*resource.Resource{
			live("eu-west-1", "aws_s3_bucket_policy", "p", values{"bucket": str("foreign"), "public": cty.BoolVal(public)}),
		}}, checks.EvalOptions{})
		if got := verdictsOf(found); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestEvidenceNamesTheCall(t *testing.T) {
	at := time.Date(2026, 1, 15, 9, 59, 58, 500, time.UTC)
	listing, tags := &resource.Call{Operation: "rds:DescribeDBInstances", Time: at}, &resource.Call{Operation: "rds:ListTagsForResource", Time: at.Add(time.Second)}
	db := func(name string, on bool, c *resource.Call) *resource.Resource {
		return live("eu-west-1", "aws_db_instance", name, values{"on": cty.BoolVal(on), "tags_all": cty.EmptyObjectVal}, func(r *resource.Resource) {
			r.Reads = map[string]*resource.Call{"": c, "tags_all": tags}
		})
	}
	second := &resource.Call{Operation: "rds:DescribeDBClusters", Time: at}
	p := one(t, custom("resources: {aws_db_instance: {on: bool}}", `deny contains {"paths": ["on"], "message": "off"} if not input.on`))
	found := judge(t, p, &resource.Set{Resources: []*resource.Resource{db("a", true, listing), db("b", true, second), db("c", false, listing)}}, checks.EvalOptions{})
	for i, want := range []string{"rds:DescribeDBInstances", "rds:DescribeDBClusters", "rds:DescribeDBInstances"} {
		if e := found[i].Evidence; len(e) != 1 || e[0].Call != want || e[0].Time != "2026-01-15T09:59:58Z" {
			t.Errorf("finding %d: evidence %+v, want the call %s", i, e, want)
		}
	}
	scoped := one(t, custom("scope: account\nresources: {aws_db_instance: {on: bool}}", `deny contains {"paths": ["aws_db_instance[0].on"], "message": "off"} if not input.aws_db_instance[0].on`))
	found = judge(t, scoped, &resource.Set{Resources: []*resource.Resource{db("a", true, listing)}}, checks.EvalOptions{})
	if e := found[0].Evidence; len(e) != 1 || e[0].Call != listing.Operation {
		t.Errorf("an account's pass has the evidence %+v", e)
	}
}

// TestEvidenceOfAbsence: that something is not set, or that there is none, was seen too.
func TestEvidenceOfAbsence(t *testing.T) {
	listing := &resource.Call{Operation: "x:DescribeAll", Time: time.Date(2026, 1, 15, 9, 59, 58, 0, time.UTC)}
	with := func(r *resource.Resource) { r.Reads = map[string]*resource.Call{"": listing} }
	for name, tt := range map[string]struct {
		values values
		path   string
		want   string
	}{
		"not set":            {values{"a": cty.NullVal(cty.String)}, "a", "a=null"},
		"not set in a block": {values{"b": cty.TupleVal([]cty.Value{cty.ObjectVal(values{"c": cty.NullVal(cty.String)})})}, "b[*].c", "b[0].c=null"},
		"no block":           {values{"b": cty.EmptyTupleVal}, "b[*].c", "b=[]"},
		"no entry":           {values{"m": cty.MapValEmpty(cty.String)}, `m["k"]`, "m={}"},
		"not read":           {values{"m": cty.MapValEmpty(cty.String)}, "a", ""},
	} {
		t.Run(name, func(t *testing.T) {
			v := values{"b": cty.NullVal(cty.DynamicPseudoType), "m": cty.NullVal(cty.DynamicPseudoType)}
			for attr, value := range tt.values {
				v[attr] = value
			}
			p := one(t, custom("resources: {aws_x: {a: string, b: [{c: string}], m: map(string)}}", "deny contains {\"paths\": [`"+tt.path+"`], \"message\": \"none\"} if true"))
			var got []string
			for _, e := range judge(t, p, &resource.Set{Resources: []*resource.Resource{live("eu-west-1", "aws_x", "x", v, with)}}, checks.EvalOptions{})[0].Evidence {
				got = append(got, e.Path+"="+e.Value)
				if e.Call != listing.Operation || e.Time != "2026-01-15T09:59:58Z" {
					t.Errorf("seen by %q at %q", e.Call, e.Time)
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestLiveExamples(t *testing.T) {
	files := func(name, text string) fs.FS {
		return tree(map[string]string{
			"x/policy.rego":  custom("resources: {aws_thing: {on: bool}}", `deny contains {"paths": ["on"], "message": data.now} if not input.on`),
			"x/account.rego": strings.Replace(custom("scope: region\nresources: {aws_thing: {on: bool}}", `deny contains {"paths": ["aws_thing"], "message": "none"} if count(input.aws_thing) == 0`), "package acme.x", "package acme.y", 1),
			"x/" + name:      text,
		})
	}
	on, off := live("eu-west-1", "aws_thing", "a.b[0]", values{"on": cty.True}), live("us-east-1", "aws_thing", "a.b[0]", values{"on": cty.False})
	thing := func(region, want string) string {
		return `{"type": "aws_thing", "name": "a.b[0]", "account": "111122223333", "region": "` + region + `", "want": [` + want + `]}`
	}
	document := func(key string, all ...string) string {
		return `{"schema": "hipaactl/snapshot/v1", "time": "2026-01-15T10:00:00Z", "` + key + `": [` + strings.Join(all, ", ") + `]}`
	}
	set := resource.Set{Resources: []*resource.Resource{on, off}, Scopes: read("eu-west-1", "us-east-1", "eu-central-1")}
	tests := map[string]struct{ file, text, want string }{
		"each region its own":   {"live_fail.json", document("resources", thing("eu-west-1", `"pass"`), thing("us-east-1", "")), ""},
		"not as wanted":         {"live_fail.json", document("resources", thing("eu-west-1", ""), thing("us-east-1", `"pass"`)), "aws_thing.a.b[0]: want pass, got fail (2026-01-15T10:00:00Z)"},
		"not judged":            {"live_fail.json", document("resources", thing("", `"pass"`), thing("eu-west-1", `"pass"`)), "the rule does not judge 111122223333/global aws_thing.a.b[0]"},
		"a scope":               {"region_fail.json", document("scopes", `{"account": "111122223333", "region": "eu-west-1", "want": ["pass"]}`, `{"account": "111122223333", "region": "us-east-1", "want": ["pass"]}`), ""},
		"a scope is not wanted": {"region_fail.json", document("scopes", `{"account": "111122223333", "region": "eu-west-1", "want": ["pass"]}`), "111122223333/us-east-1"},
		"no status":             {"live_fail.json", document("resources", thing("eu-west-1", `"passes"`)), `want of aws_thing.a.b[0]: unknown status "passes"`},
		"no time":               {"live_fail.json", `{"schema": "hipaactl/snapshot/v1"}`, "the snapshot has no time"},
		"no name":               {"live.json", document("scopes"), "name the example pass.tf"},
		"no snapshot":           {"live.json", `{}`, "no examples"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			files := files(tt.file, tt.text)
			p := load(t, checks.Options{Embedded: files})
			loader := func(context.Context, string, resource.Wanted) (resource.Set, error) { return set, nil }
			err := errors.New("no examples")
			for _, m := range p.List() {
				examples, wrong := checks.Examples(files, m, "")
				if wrong != nil {
					err = wrong
				}
				for _, e := range examples {
					err = p.RunExample(context.Background(), e, loader, checks.EvalOptions{Now: noon})
				}
			}
			if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}
