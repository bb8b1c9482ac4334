package checks_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

const trails = `
deny contains {"paths": ["aws_cloudtrail[*].is_multi_region_trail"], "message": "no multi-Region trail"} if {
	count([t | some t in input.aws_cloudtrail; t.is_multi_region_trail]) == 0
}
deny contains {"paths": [sprintf("aws_cloudtrail[%d].enable_logging", [i])], "message": "stopped"} if {
	some i
	input.aws_cloudtrail[i].enable_logging == false
}
`

func TestAccountPolicies(t *testing.T) {
	p := one(t, custom("scope: account\nresources: {aws_cloudtrail: {is_multi_region_trail: bool, enable_logging: bool}}", trails))
	multi := res("aws_cloudtrail", "m", values{"is_multi_region_trail": cty.True})
	read := res("aws_cloudtrail", "m", values{"is_multi_region_trail": cty.True, "enable_logging": cty.NullVal(cty.Bool)})
	single := res("aws_cloudtrail", "s", values{"is_multi_region_trail": cty.False})
	stopped := res("aws_cloudtrail", "s", values{"is_multi_region_trail": cty.True, "enable_logging": cty.False})
	maybe := res("aws_cloudtrail", "m[*]", values{"is_multi_region_trail": cty.True}, exists("count"))
	vpc := res("aws_vpc", "v", values{})
	live := func(r *resource.Resource) *resource.Resource {
		c := *r
		c.Source, c.Root, c.Scope.AccountKey = resource.Live, "111122223333/eu-west-1", "111122223333"
		return &c
	}
	elsewhere := func(r *resource.Resource) *resource.Resource { c := *r; c.Root = "envs/dev"; return &c }
	module := resource.Gap{Kind: resource.GapModule, Root: "envs/prod"}
	file := resource.Gap{Kind: resource.GapFile, Root: "envs/prod"}
	tests := map[string]struct {
		resources []*resource.Resource
		gaps      []resource.Gap
		whole     bool
		want      string
	}{
		"seen in code":                    {resources: []*resource.Resource{multi}, want: "pass"},
		"none in code":                    {resources: []*resource.Resource{vpc}, want: "not_applicable"},
		"nothing of the provider":         {resources: []*resource.Resource{res("github_repository", "r", values{})}, want: ""},
		"other trails in code":            {resources: []*resource.Resource{single}, want: "unknown"},
		"a member is wrong":               {resources: []*resource.Resource{stopped}, want: "fail"},
		"none in code, a failed file":     {resources: []*resource.Resource{vpc}, gaps: []resource.Gap{file}, want: "unknown"},
		"may not exist":                   {resources: []*resource.Resource{maybe}, want: "unknown"},
		"whole account: none":             {resources: []*resource.Resource{vpc}, whole: true, want: "fail"},
		"whole account: in another root":  {resources: []*resource.Resource{vpc, elsewhere(multi)}, whole: true, want: "pass"},
		"whole account: other trails":     {resources: []*resource.Resource{single}, whole: true, want: "fail"},
		"whole account: unread module":    {resources: []*resource.Resource{single}, gaps: []resource.Gap{module}, whole: true, want: "unknown"},
		"whole account: failed file":      {resources: []*resource.Resource{single}, gaps: []resource.Gap{file}, whole: true, want: "unknown"},
		"each root is an account":         {resources: []*resource.Resource{vpc, elsewhere(multi)}, want: "pass not_applicable"},
		"live: none":                      {resources: []*resource.Resource{live(vpc)}, want: "fail"},
		"live: seen":                      {resources: []*resource.Resource{live(read)}, want: "pass"},
		"live: an attribute was not read": {resources: []*resource.Resource{live(multi)}, want: "unknown"},
		"live: the call was lost":         {resources: []*resource.Resource{live(vpc)}, gaps: []resource.Gap{{Kind: resource.GapCall, Types: []string{"aws_cloudtrail"}, Scope: resource.Scope{AccountKey: "111122223333"}}}, want: "unknown"},
		"live: another account's was":     {resources: []*resource.Resource{live(vpc)}, gaps: []resource.Gap{{Kind: resource.GapCall, Types: []string{"aws_cloudtrail"}, Scope: resource.Scope{AccountKey: "x"}}}, want: "fail"},
		"unread module does not matter":   {resources: []*resource.Resource{multi}, gaps: []resource.Gap{module}, want: "pass"},
		"a failed file may hold a denial": {resources: []*resource.Resource{multi}, gaps: []resource.Gap{file}, want: "unknown"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			found := judge(t, p, &resource.Set{Resources: tt.resources, Gaps: tt.gaps}, checks.EvalOptions{WholeAccount: tt.whole})
			var got []string
			for _, f := range found {
				got = append(got, string(f.Status))
				if f.Resource.Address != "account" {
					t.Errorf("address %q", f.Resource.Address)
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("verdicts %v, want %q%s", got, tt.want, describe(found))
			}
		})
	}
}

func TestListsOfMembers(t *testing.T) {
	p := one(t, custom(`
scope: account
more: helps
resources: {aws_alarm: {on: bool}, aws_rule: {}}
related:
  topics: {of: aws_alarm, type: aws_sns_topic, on: "arn = actions[]", more: helps, related: {readers: {type: aws_reader, on: topic_arn = arn, more: helps, attributes: {waits: bool}}}}
`, `
heard if {
	some alarm in input.aws_alarm
	alarm.on
	some topic in alarm._.topics
	some reader in topic._.readers
	not reader.waits
}
deny contains {"paths": [path], "message": "nobody hears"} if {
	not heard
	some path in object.get({true: ["aws_alarm[0]._.topics[*]._.readers[*].waits"]}, count(input.aws_alarm) == 1, ["aws_alarm"])
}`))
	alarm := func(topic string) *resource.Resource {
		return res("aws_alarm", "a", values{"on": cty.True, "actions": cty.TupleVal([]cty.Value{ref("aws_sns_topic", topic, "arn", 1)})})
	}
	topics := []*resource.Resource{res("aws_sns_topic", "heard", values{}), res("aws_sns_topic", "silent", values{})}
	reader := func(waits cty.Value) *resource.Resource {
		return res("aws_reader", "r", values{"topic_arn": ref("aws_sns_topic", "heard", "arn", 2), "waits": waits})
	}
	tests := map[string]struct {
		resources []*resource.Resource
		whole     bool
		want      finding.Status
	}{
		"linked":                          {[]*resource.Resource{alarm("heard"), reader(cty.False)}, false, finding.Pass},
		"another one is linked":           {[]*resource.Resource{alarm("silent"), reader(cty.False)}, true, finding.Fail},
		"a member of the list is wrong":   {[]*resource.Resource{alarm("heard"), reader(cty.True)}, true, finding.Fail},
		"a member of it is not known":     {[]*resource.Resource{alarm("heard"), reader(unknown("var.waits"))}, true, finding.Unknown},
		"what is named is not in the set": {[]*resource.Resource{alarm("elsewhere"), reader(cty.False)}, true, finding.Unknown},
		"no member":                       {[]*resource.Resource{reader(cty.False)}, true, finding.Fail},
		"no member, another stack":        {[]*resource.Resource{reader(cty.False)}, false, finding.NotApplicable},
		"a member that may not exist":     {[]*resource.Resource{res("aws_alarm", "m[*]", values{"on": cty.True}, exists("count"))}, false, finding.Unknown},
		"what is only counted":            {[]*resource.Resource{res("aws_rule", "r", values{})}, false, finding.NotApplicable},
		"it may not exist":                {[]*resource.Resource{res("aws_rule", "r[*]", values{}, exists("count"))}, false, finding.NotApplicable},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			found := judge(t, p, &resource.Set{Resources: append(topics, tt.resources...)}, checks.EvalOptions{WholeAccount: tt.whole})
			if len(found) != 1 || found[0].Status != tt.want {
				t.Errorf("want %s%s", tt.want, describe(found))
			}
		})
	}
}

func TestRegionPolicies(t *testing.T) {
	p := one(t, custom("scope: region\nmore: helps\nresources: {aws_x: {on: bool}}",
		`deny contains {"paths": ["aws_x[*].on"], "message": "off"} if count([x | some x in input.aws_x; x.on]) == 0`))
	in := func(region string, on bool) *resource.Resource {
		return res("aws_x", region, values{"on": cty.BoolVal(on)}, func(r *resource.Resource) { r.Scope.RegionKey, r.Scope.Region = region, region })
	}
	set := &resource.Set{Resources: []*resource.Resource{in("eu", true), in("us", false)}}
	found := judge(t, p, set, checks.EvalOptions{WholeAccount: true})
	got := map[string]finding.Status{}
	for _, f := range found {
		got[f.Resource.Region] = f.Status
	}
	if got["eu"] != finding.Pass || got["us"] != finding.Fail {
		t.Errorf("verdicts %v", got)
	}
	set.Resources = []*resource.Resource{in("eu", false), in("us", false)}
	if found = judge(t, p, set, checks.EvalOptions{WholeAccount: true}); found[0].Fingerprint == found[1].Fingerprint {
		t.Error("two regions share a fingerprint")
	}
}

func TestRelatedByScope(t *testing.T) {
	const keys = `
resources: {aws_thing: {}}
related:
  trails: {type: aws_cloudtrail, on: account, elsewhere: true, more: helps, attributes: {kms_key_id: string}}
`
	p := one(t, custom(keys, `deny contains {"paths": ["_.trails"], "message": "no trail"} if count(input._.trails) == 0`))
	thing, trail := res("aws_thing", "t", values{}), res("aws_cloudtrail", "c", values{})
	tests := map[string]struct {
		resources []*resource.Resource
		whole     bool
		want      finding.Status
	}{
		"here":                       {[]*resource.Resource{thing, trail}, false, finding.Pass},
		"may be in another stack":    {[]*resource.Resource{thing}, false, finding.Unknown},
		"nowhere in the account":     {[]*resource.Resource{thing}, true, finding.Fail},
		"in another root of the run": {[]*resource.Resource{thing, res("aws_cloudtrail", "c", values{}, func(r *resource.Resource) { r.Root = "audit" })}, true, finding.Pass},
		"of another account":         {[]*resource.Resource{thing, res("aws_cloudtrail", "c", values{}, func(r *resource.Resource) { r.Scope.AccountKey = "other" })}, false, finding.Unknown},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			found := judge(t, p, &resource.Set{Resources: tt.resources}, checks.EvalOptions{WholeAccount: tt.whole})
			if got := statusOf(found, "aws_thing.t"); got != tt.want {
				t.Errorf("status %q, want %q%s", got, tt.want, describe(found))
			}
		})
	}
}

// Of two stacks of an account, one of which does not name its Region, nobody knows whether
// they share it. Within one stack, Regions that are configured differently are different.
func TestRegionsOfStacks(t *testing.T) {
	at := func(root, key, name string) func(*resource.Resource) {
		return func(r *resource.Resource) { r.Root, r.Scope.RegionKey, r.Scope.Region = root, key, name }
	}
	related := one(t, custom("resources: {aws_thing: {}}\nrelated: {plans: {type: aws_plan, on: region, more: helps}}",
		`deny contains {"paths": ["_.plans"], "message": "no plan"} if count(input._.plans) == 0`))
	region := one(t, custom("scope: region\nmore: helps\nresources: {aws_plan: {}}",
		`deny contains {"paths": ["aws_plan"], "message": "no plan"} if count(input.aws_plan) == 0`))
	tests := map[string]struct {
		thing, plan func(*resource.Resource)
		want        finding.Status
	}{
		"the same name":                  {at("app", "v:eu", "eu"), at("backups", "v:eu", "eu"), finding.Pass},
		"the same configuration":         {at("app", "", ""), at("backups", "", ""), finding.Pass},
		"other names":                    {at("app", "v:eu", "eu"), at("backups", "v:us", "us"), finding.Fail},
		"the thing's is not named":       {at("app", "", ""), at("backups", "v:us", "us"), finding.Unknown},
		"the plan's is not named":        {at("app", "v:eu", "eu"), at("backups", "o:var.region", ""), finding.Unknown},
		"neither is named":               {at("app", "", ""), at("backups", "o:var.region", ""), finding.Unknown},
		"by a variable of each":          {at("app", "o:var.region", ""), at("backups", "o:var.region", ""), finding.Unknown},
		"by the variable of one stack":   {at("app", "o:var.region", ""), at("app", "o:var.region", ""), finding.Pass},
		"in one stack, configured apart": {at("app", "", ""), at("app", "v:us", "us"), finding.Fail},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			set := &resource.Set{Resources: []*resource.Resource{res("aws_thing", "t", values{}, tt.thing), res("aws_plan", "p", values{}, tt.plan)}}
			found := judge(t, related, set, checks.EvalOptions{WholeAccount: true})
			if got := statusOf(found, "aws_thing.t"); got != tt.want {
				t.Errorf("status %q, want %q%s", got, tt.want, describe(found))
			}
			found = judge(t, region, set, checks.EvalOptions{WholeAccount: true})
			if !slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Status == tt.want }) {
				t.Errorf("no Region is %q%s", tt.want, describe(found))
			}
		})
	}
}

func TestNestedAndOutgoingLinks(t *testing.T) {
	const keys = `
resources: {aws_listener: {}}
related:
  lb:
    type: aws_lb
    on: arn = load_balancer_arn
    attributes: {internal: bool}
    related:
      groups: {type: aws_security_group, on: "id = security_groups[]", attributes: {open: bool}}
`
	const rules = `
deny contains {"paths": [sprintf("_.lb[%d]._.groups[%d].open", [i, j])], "message": "open"} if input._.lb[i]._.groups[j].open
deny contains {"paths": ["_.lb"], "message": "no load balancer"} if count(input._.lb) == 0
`
	p := one(t, custom(keys, rules))
	listener := res("aws_listener", "l", values{"load_balancer_arn": ref("aws_lb", "b", "arn", 1)})
	lb := func(groups ...cty.Value) *resource.Resource {
		return res("aws_lb", "b", values{"security_groups": cty.TupleVal(groups)})
	}
	closed := res("aws_security_group", "closed", values{"open": cty.False})
	open := res("aws_security_group", "open", values{"open": cty.True})
	toClosed, toOpen := ref("aws_security_group", "closed", "id", 2), ref("aws_security_group", "open", "id", 3)
	tests := map[string]struct {
		resources []*resource.Resource
		want      finding.Status
	}{
		"closed":                 {[]*resource.Resource{listener, lb(toClosed), closed, open}, finding.Pass},
		"one of two is open":     {[]*resource.Resource{listener, lb(toClosed, toOpen), closed, open}, finding.Fail},
		"one of two is not seen": {[]*resource.Resource{listener, lb(toClosed, str("sg-1")), closed}, finding.Unknown},
		"open beside not seen":   {[]*resource.Resource{listener, lb(str("sg-1"), toOpen), open}, finding.Fail},
		"groups unknown":         {[]*resource.Resource{listener, res("aws_lb", "b", values{"security_groups": unknown("var.g")})}, finding.Unknown},
		"no groups":              {[]*resource.Resource{listener, lb()}, finding.Pass},
		"load balancer not seen": {[]*resource.Resource{res("aws_listener", "l", values{"load_balancer_arn": str("arn:aws:elb:x")})}, finding.Unknown},
		"no load balancer":       {[]*resource.Resource{res("aws_listener", "l", values{}), lb()}, finding.Fail},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			found := judge(t, p, &resource.Set{Resources: tt.resources}, checks.EvalOptions{})
			if got := statusOf(found, "aws_listener.l"); got != tt.want {
				t.Errorf("status %q, want %q%s", got, tt.want, describe(found))
			}
		})
	}
}

func TestSidewaysLinks(t *testing.T) {
	p := one(t, custom("resources: {aws_instance: {}}\nrelated:\n  logs: {type: aws_log, on: vpc_id = vpc_id, more: helps}",
		`deny contains {"paths": ["_.logs"], "message": "no log"} if count(input._.logs) == 0`))
	vpc, other := ref("aws_vpc", "v", "id", 1), ref("aws_vpc", "w", "id", 2)
	dataRef := unknown("data.aws_vpc.d").Mark(resource.Ref{Address: resource.Address{Data: true, Type: "aws_vpc", Name: "d"}, Attr: "id"})
	tests := map[string]struct {
		mine, theirs cty.Value
		want         finding.Status
	}{
		"same reference":   {vpc, vpc, finding.Pass},
		"other reference":  {vpc, other, finding.Fail},
		"same literal":     {str("vpc-1"), str("vpc-1"), finding.Pass},
		"same data source": {dataRef, dataRef, finding.Pass},
		"theirs unknown":   {vpc, unknown("var.v"), finding.Unknown},
		"mine unknown":     {unknown("var.v"), vpc, finding.Unknown},
		"same variable":    {unknown("var.v").Mark(resource.Origin{ID: "v"}), unknown("var.v").Mark(resource.Origin{ID: "v"}), finding.Pass},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			set := &resource.Set{Resources: []*resource.Resource{
				res("aws_instance", "i", values{"vpc_id": tt.mine}), res("aws_log", "l", values{"vpc_id": tt.theirs}),
			}}
			if found := judge(t, p, set, checks.EvalOptions{}); statusOf(found, "aws_instance.i") != tt.want {
				t.Errorf("want %s%s", tt.want, describe(found))
			}
		})
	}
}

func TestPartlySeenMembersOfAHelpingScope(t *testing.T) {
	p := one(t, custom("scope: account\nmore: helps\nresources: {aws_trail: {on: bool}}",
		`deny contains {"paths": ["aws_trail"], "message": "none"} if count([x | some x in input.aws_trail; x.on]) == 0`))
	on, who := res("aws_trail", "on", values{"on": cty.True}), res("aws_trail", "who", values{"on": unknown("var.x")})
	for want, set := range map[finding.Status][]*resource.Resource{finding.Pass: {on, who}, finding.Unknown: {who}} {
		if found := judge(t, p, &resource.Set{Resources: set}, checks.EvalOptions{}); found[0].Status != want {
			t.Errorf("want %s%s", want, describe(found))
		}
	}
}

// TestNotApplicableHere: what another stack may declare does not take away that a rule does not
// apply to what this one does.
func TestNotApplicableHere(t *testing.T) {
	p := one(t, custom("scope: account\nresources: {aws_x: {on: bool}}", `
deny contains {"paths": ["aws_x[*].on"], "message": "none is on"} if count([x | some x in input.aws_x; x.on]) == 0
not_applicable contains {"paths": ["aws_x[*].on"], "message": "elsewhere"} if {
	not input._.whole
	count([x | some x in input.aws_x; x.on]) == 0
}`))
	x := func(on cty.Value) *resource.Resource { return res("aws_x", "x", values{"on": on}) }
	for name, tt := range map[string]struct {
		set   resource.Set
		whole bool
		want  finding.Status
	}{
		"in a stack":             {resource.Set{Resources: []*resource.Resource{x(cty.False)}}, false, finding.NotApplicable},
		"in the account":         {resource.Set{Resources: []*resource.Resource{x(cty.False)}}, true, finding.Fail},
		"on":                     {resource.Set{Resources: []*resource.Resource{x(cty.True)}}, false, finding.Pass},
		"not known":              {resource.Set{Resources: []*resource.Resource{x(unknown("var.on"))}}, false, finding.Unknown},
		"a file was not read":    {resource.Set{Resources: []*resource.Resource{x(cty.False)}, Gaps: []resource.Gap{{Kind: resource.GapFile, Root: "envs/prod"}}}, false, finding.Unknown},
		"it may not exist":       {resource.Set{Resources: []*resource.Resource{x(cty.False), res("aws_x", "m[*]", values{"on": cty.True}, exists("count"))}}, false, finding.Unknown},
		"nothing in the account": {resource.Set{Resources: []*resource.Resource{res("aws_y", "y", values{})}}, true, finding.Fail},
	} {
		t.Run(name, func(t *testing.T) {
			if found := judge(t, p, &tt.set, checks.EvalOptions{WholeAccount: tt.whole}); len(found) != 1 || found[0].Status != tt.want {
				t.Errorf("want %s%s", tt.want, describe(found))
			}
		})
	}
}

func TestRegionsOfAnAccount(t *testing.T) {
	p := one(t, custom("scope: account\nresources: {aws_x: {}}", `
deny contains {"paths": ["_.regions"], "message": sprintf("%v %v of %v", [[x._.region | some x in input.aws_x], input._.regions, input._.all_regions])} if true`))
	at := func(region string, r *resource.Resource) *resource.Resource {
		r.Scope.RegionKey, r.Scope.Region = "k:"+region, region
		return r
	}
	x, y := res("aws_x", "x", values{}), res("aws_y", "y", values{})
	other := res("github_repository", "r", values{})
	partial := read("", "eu")
	partial[0].Partial = true
	for name, tt := range map[string]struct {
		set   resource.Set
		whole bool
		want  string
	}{
		"code":               {resource.Set{Resources: []*resource.Resource{at("us", x), at("eu", y), other}}, false, `["us"] ["eu", "us"] of false`},
		"the whole account":  {resource.Set{Resources: []*resource.Resource{at("us", x), at("eu", y), other}}, true, `["us"] ["eu", "us"] of true`},
		"one without a name": {resource.Set{Resources: []*resource.Resource{at("us", x), at("", res("aws_x", "z", values{}))}}, true, `["us"] ["us"] of false`},
		"live":               {resource.Set{Scopes: read("", "eu", "us"), Resources: []*resource.Resource{live("us", "aws_x", "x", values{})}}, false, `["us"] ["eu", "us"] of true`},
		"some of them":       {resource.Set{Scopes: partial, Resources: []*resource.Resource{live("eu", "aws_x", "x", values{})}}, false, `["eu"] ["eu"] of false`},
		"read twice":         {resource.Set{Scopes: append(read("", "eu", "us"), partial...), Resources: []*resource.Resource{live("eu", "aws_x", "x", values{})}}, false, `["eu"] ["eu", "us"] of true`},
	} {
		t.Run(name, func(t *testing.T) {
			if found := judge(t, p, &tt.set, checks.EvalOptions{WholeAccount: tt.whole}); len(found) != 1 || found[0].Message != tt.want {
				t.Errorf("want %s%s", tt.want, describe(found))
			}
		})
	}
}

// TestRegionsOfAResource shows that a policy on resources is told as well in which Regions its account was seen.
func TestRegionsOfAResource(t *testing.T) {
	p := one(t, custom("resources: {aws_x: {}}", `
deny contains {"paths": ["_.regions"], "message": sprintf("%v of %v", [input._.regions, input._.all_regions])} if true`))
	set := &resource.Set{Scopes: read("", "eu", "us"), Resources: []*resource.Resource{
		live("us", "aws_x", "x", values{}), live("eu", "aws_x", "z", values{}), res("aws_x", "code", values{}),
	}}
	found := judge(t, p, set, checks.EvalOptions{})
	if len(found) != 3 {
		t.Errorf("want three findings%s", describe(found))
	}
	for _, f := range found {
		want := `["eu", "us"] of true`
		if f.Resource.Source == resource.Code {
			want = "[] of false"
		}
		if f.Message != want {
			t.Errorf("%q, want %q", f.Message, want)
		}
	}
}

// TestWhatAnArnIsNotOf: that a target is a function's says that it is no topic.
func TestWhatAnArnIsNotOf(t *testing.T) {
	p := one(t, custom("resources: {aws_target: {}}\nrelated:\n  topics: {type: aws_sns_topic, on: arn = to, more: helps}",
		`deny contains {"paths": ["_.topics"], "message": "no topic"} if count(input._.topics) == 0`))
	for name, tt := range map[string]struct {
		arn  cty.Value
		want finding.Status
	}{
		"a topic that was not read": {str("arn:aws:sns:eu-west-1:111122223333:other"), finding.Unknown},
		"a function":                {str("arn:aws:lambda:eu-west-1:111122223333:function:page"), finding.Fail},
		"a reference to a function": {ref("aws_lambda_function", "page", "arn", 1), finding.Fail},
		"a reference to a topic":    {ref("aws_sns_topic", "elsewhere", "arn", 1), finding.Unknown},
		"a name":                    {str("other"), finding.Unknown},
		"not known":                 {unknown("var.arn"), finding.Unknown},
	} {
		t.Run(name, func(t *testing.T) {
			set := &resource.Set{Resources: []*resource.Resource{res("aws_target", "t", values{"to": tt.arn})}}
			if found := judge(t, p, set, checks.EvalOptions{}); statusOf(found, "aws_target.t") != tt.want {
				t.Errorf("want %s%s", tt.want, describe(found))
			}
		})
	}
}

// TestDomainNamesOfBuckets: CloudFront names a bucket by its domain name.
func TestDomainNamesOfBuckets(t *testing.T) {
	p := one(t, custom("resources: {aws_s3_bucket: {}}\nrelated:\n  sites: {type: aws_site, on: logs = bucket_domain_name, more: helps}",
		`deny contains {"paths": ["_.sites"], "message": "no site"} if count(input._.sites) == 0`))
	bucket := res("aws_s3_bucket", "b", values{"bucket": str("clinic.logs")})
	for name, want := range map[string]finding.Status{
		"clinic.logs.s3.amazonaws.com":               finding.Pass,
		"clinic.logs.s3.eu-west-1.amazonaws.com":     finding.Pass,
		"clinic.logs.s3-eu-west-1.amazonaws.com":     finding.Pass,
		"clinic.logs.s3.cn-north-1.amazonaws.com.cn": finding.Pass,
		"clinic.logs":                finding.Pass,
		"logs.s3.amazonaws.com":      finding.Fail,
		"clinic.logs.s3.example.com": finding.Fail,
		".s3.amazonaws.com":          finding.Fail,
	} {
		set := &resource.Set{Resources: []*resource.Resource{bucket, res("aws_site", "s", values{"logs": str(name)})}}
		if found := judge(t, p, set, checks.EvalOptions{}); statusOf(found, "aws_s3_bucket.b") != want {
			t.Errorf("%s: want %s%s", name, want, describe(found))
		}
	}
}
