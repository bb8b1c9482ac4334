package checks_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/policies"
)

// values is the object of a resource.
type values map[string]cty.Value

// res builds a resource `TYPE.NAME` in one root and account; NAME may carry a key.
func res(typ, name string, v values, edits ...func(*resource.Resource)) *resource.Resource {
	key := ""
	if i := strings.IndexByte(name, '['); i >= 0 {
		name, key = name[:i], name[i:]
	}
	r := &resource.Resource{
		Root: "envs/prod", Address: resource.Address{Type: typ, Name: name, Key: key}, Source: resource.Code,
		Values:   cty.ObjectVal(v),
		Location: resource.Location{Range: hcl.Range{Filename: "main.tf", Start: hcl.Pos{Line: 3}, End: hcl.Pos{Line: 3}}},
	}
	for _, edit := range edits {
		edit(r)
	}
	return r
}

func phi(m resource.PHIMark) func(*resource.Resource) {
	return func(r *resource.Resource) {
		r.PHI.Mark = m
		if m == resource.PHIUnknown {
			r.PHI.Causes = []resource.Cause{cause("var.tags")}
		}
	}
}

func exists(ids ...string) func(*resource.Resource) {
	return func(r *resource.Resource) {
		for _, id := range ids {
			r.Existence = append(r.Existence, resource.Condition{ID: id, Cause: cause(id)})
		}
	}
}

func cause(what string) resource.Cause {
	return resource.Cause{Kind: resource.NotGiven, What: what, Why: "the variable has no value"}
}

func unknown(what string) cty.Value { return resource.Unknown(cty.DynamicPseudoType, cause(what)) }

// ref is a reference to an identity that only apply fills, ids by address and attribute.
func ref(typ, name, attr string, id int) cty.Value {
	r := resource.Ref{Address: resource.Address{Type: typ, Name: name}, Attr: attr, ID: id}
	if i := strings.IndexByte(name, '['); i >= 0 {
		r.Address.Name, r.Address.Key = name[:i], name[i:]
	}
	return cty.StringVal(r.Placeholder()).Mark(r)
}

func str(s string) cty.Value { return cty.StringVal(s) }

// block is a public access block with all flags on, linked by the value.
func block(name string, bucket cty.Value, edits ...func(*resource.Resource)) *resource.Resource {
	return res("aws_s3_bucket_public_access_block", name, flags(values{"bucket": bucket}), edits...)
}

func flags(v values) values {
	for _, f := range []string{"block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"} {
		v[f] = cty.True
	}
	return v
}

// set changes one attribute.
func set(attr string, v cty.Value) func(*resource.Resource) {
	return func(r *resource.Resource) {
		m := r.Values.AsValueMap()
		m[attr] = v
		r.Values = cty.ObjectVal(m)
	}
}

func load(t *testing.T, o checks.Options) *checks.Policies {
	t.Helper()
	if o.Embedded == nil && len(o.Dirs) == 0 {
		o.Embedded = policies.FS
	}
	p, err := checks.Load(o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// judge evaluates a hand-built set and refuses broken policies.
func judge(t *testing.T, p *checks.Policies, s *resource.Set, o checks.EvalOptions) []finding.Finding {
	t.Helper()
	o.Now = noon
	r := p.Evaluate(context.Background(), s, o)
	for _, e := range r.RuleErrors {
		t.Errorf("%s broke: %v", e.Rule, e.Err)
	}
	return r.Findings
}

// statusOf is the status of the finding at an address, "" where there is none.
func statusOf(found []finding.Finding, address string) finding.Status {
	for _, f := range found {
		if f.Resource.Address == address {
			return f.Status
		}
	}
	return ""
}

func describe(found []finding.Finding) string {
	var b strings.Builder
	for _, f := range found {
		b.WriteString("\n\t" + f.Rule + "/" + f.Assertion + " " + string(f.Status) + " " + f.Resource.Address + ": " + f.Message + " " + strings.Join(f.Paths, ","))
		for _, c := range f.Causes {
			b.WriteString("\n\t\t" + c.What + ": " + c.Why)
		}
	}
	return b.String()
}

func TestPublicAccessBlock(t *testing.T) {
	bucket := res("aws_s3_bucket", "b", values{"bucket": str("records")})
	unnamed := res("aws_s3_bucket", "b", values{})
	id := ref("aws_s3_bucket", "b", "id", 1)
	account := res("aws_s3_account_public_access_block", "a", flags(values{}))
	tests := map[string]struct {
		resources []*resource.Resource
		gaps      []resource.Gap
		want      finding.Status
	}{
		"linked by reference":      {resources: []*resource.Resource{unnamed, block("p", id)}, want: finding.Pass},
		"linked by literal name":   {resources: []*resource.Resource{bucket, block("p", str("records"))}, want: finding.Pass},
		"linked by ARN":            {resources: []*resource.Resource{bucket, block("p", str("arn:aws:s3:::records"))}, want: finding.Pass},
		"no block":                 {resources: []*resource.Resource{bucket}, want: finding.Fail},
		"a flag off":               {resources: []*resource.Resource{bucket, block("p", id, set("ignore_public_acls", cty.False))}, want: finding.Fail},
		"a flag absent":            {resources: []*resource.Resource{bucket, block("p", id, set("ignore_public_acls", cty.NullVal(cty.Bool)))}, want: finding.Fail},
		"a flag as text":           {resources: []*resource.Resource{bucket, block("p", id, set("ignore_public_acls", str("true")))}, want: finding.Pass},
		"a flag off as text":       {resources: []*resource.Resource{bucket, block("p", id, set("ignore_public_acls", str("false")))}, want: finding.Fail},
		"a flag that is no bool":   {resources: []*resource.Resource{bucket, block("p", id, set("ignore_public_acls", str("on")))}, want: finding.Unknown},
		"a flag unknown":           {resources: []*resource.Resource{bucket, block("p", id, set("ignore_public_acls", unknown("var.x")))}, want: finding.Unknown},
		"another bucket's block":   {resources: []*resource.Resource{bucket, block("p", ref("aws_s3_bucket", "c", "id", 2))}, want: finding.Fail},
		"an ARN of another kind":   {resources: []*resource.Resource{bucket, block("p", ref("aws_sqs_queue", "q", "arn", 2))}, want: finding.Fail},
		"another root's block":     {resources: []*resource.Resource{bucket, block("p", str("records"), func(r *resource.Resource) { r.Root = "envs/dev" })}, want: finding.Fail},
		"another account's block":  {resources: []*resource.Resource{bucket, block("p", str("records"), func(r *resource.Resource) { r.Scope.AccountKey = "x" })}, want: finding.Fail},
		"second block helps":       {resources: []*resource.Resource{bucket, block("p", id, set("ignore_public_acls", cty.False)), block("q", id)}, want: finding.Pass},
		"second block unknown":     {resources: []*resource.Resource{bucket, block("p", id), block("q", id, set("ignore_public_acls", unknown("var.x")))}, want: finding.Pass},
		"account block unknown":    {resources: []*resource.Resource{bucket, block("p", id), res("aws_s3_account_public_access_block", "a", values{"ignore_public_acls": unknown("var.x")})}, want: finding.Pass},
		"account block":            {resources: []*resource.Resource{bucket, account}, want: finding.Pass},
		"account block, PHI no":    {resources: []*resource.Resource{res("aws_s3_bucket", "b", values{}, phi(resource.PHINo)), account}, want: finding.Pass},
		"account block, PHI":       {resources: []*resource.Resource{res("aws_s3_bucket", "b", values{}, phi(resource.PHIYes)), account}, want: finding.Fail},
		"account block, PHI open":  {resources: []*resource.Resource{res("aws_s3_bucket", "b", values{}, phi(resource.PHIUnknown)), account}, want: finding.Unknown},
		"own block, PHI open":      {resources: []*resource.Resource{res("aws_s3_bucket", "b", values{}, phi(resource.PHIUnknown)), block("p", id)}, want: finding.Pass},
		"no block, PHI open":       {resources: []*resource.Resource{res("aws_s3_bucket", "b", values{}, phi(resource.PHIUnknown))}, want: finding.Fail},
		"link unknown":             {resources: []*resource.Resource{bucket, block("p", unknown("var.b"))}, want: finding.Unknown},
		"link unknown to another":  {resources: []*resource.Resource{bucket, res("aws_s3_bucket", "c", values{}), block("p", unknown("var.x").Mark(resource.Ref{Address: resource.Address{Type: "aws_s3_bucket", Name: "c"}, Attr: "id"}))}, want: finding.Fail},
		"link unknown, maybe mine": {resources: []*resource.Resource{bucket, block("p", unknown("var.x").Mark(resource.Ref{Address: resource.Address{Type: "aws_s3_bucket", Name: "b"}, Attr: "id"}))}, want: finding.Unknown},
		"same unknown name": {resources: []*resource.Resource{
			res("aws_s3_bucket", "b", values{"bucket": unknown("var.b").Mark(resource.Origin{ID: "var.b"})}), block("p", unknown("var.b").Mark(resource.Origin{ID: "var.b"})),
		}, want: finding.Pass},
		"name unknown, literal link": {resources: []*resource.Resource{res("aws_s3_bucket", "b", values{"bucket": unknown("var.b")}), block("p", str("records"))}, want: finding.Unknown},
		"name partly unseen": {resources: []*resource.Resource{
			res("aws_s3_bucket", "b", values{"bucket": str("logs-" + resource.Ref{ID: 9}.Placeholder())}), block("p", str("logs-123456789012")),
		}, want: finding.Unknown},
		"name partly unseen, other": {resources: []*resource.Resource{
			res("aws_s3_bucket", "b", values{"bucket": str("logs-" + resource.Ref{ID: 9}.Placeholder())}), block("p", str("data-123456789012")),
		}, want: finding.Fail},
		"block may not exist":     {resources: []*resource.Resource{bucket, block("p[*]", id, exists("count"))}, want: finding.Unknown},
		"both may not exist":      {resources: []*resource.Resource{res("aws_s3_bucket", "b[*]", values{}, exists("count")), block("p[*]", ref("aws_s3_bucket", "b[0]", "id", 1).Mark(resource.Maybe{Condition: resource.Condition{ID: "count"}}), exists("count"))}, want: finding.Pass},
		"handed to a module":      {resources: []*resource.Resource{bucket}, gaps: []resource.Gap{{Kind: resource.GapModule, Root: "envs/prod", Handed: []resource.Address{bucket.Address}}}, want: finding.Unknown},
		"name given to a module":  {resources: []*resource.Resource{bucket}, gaps: []resource.Gap{{Kind: resource.GapModule, Root: "envs/prod", Names: []string{"records"}}}, want: finding.Unknown},
		"ARN given to a module":   {resources: []*resource.Resource{bucket}, gaps: []resource.Gap{{Kind: resource.GapModule, Root: "envs/prod", Names: []string{"arn:aws:s3:::records"}}}, want: finding.Unknown},
		"anything to a module":    {resources: []*resource.Resource{bucket}, gaps: []resource.Gap{{Kind: resource.GapModule, Root: "envs/prod", Opaque: true}}, want: finding.Unknown},
		"a module with others":    {resources: []*resource.Resource{bucket}, gaps: []resource.Gap{{Kind: resource.GapModule, Root: "envs/prod", Names: []string{"other"}, Handed: []resource.Address{{Type: "aws_s3_bucket", Name: "c"}}}}, want: finding.Fail},
		"another root's module":   {resources: []*resource.Resource{bucket}, gaps: []resource.Gap{{Kind: resource.GapModule, Root: "envs/dev", Opaque: true}}, want: finding.Fail},
		"a failed file":           {resources: []*resource.Resource{bucket}, gaps: []resource.Gap{{Kind: resource.GapFile, Root: "envs/prod"}}, want: finding.Unknown},
		"a failed file, blocked":  {resources: []*resource.Resource{bucket, block("p", id)}, gaps: []resource.Gap{{Kind: resource.GapFile, Root: "envs/prod"}}, want: finding.Pass},
		"a file of such blocks":   {resources: []*resource.Resource{bucket}, gaps: []resource.Gap{{Kind: resource.GapFile, Root: "envs/prod", Types: []string{"aws_s3_bucket_public_access_block"}}}, want: finding.Unknown},
		"a file of other things":  {resources: []*resource.Resource{bucket}, gaps: []resource.Gap{{Kind: resource.GapFile, Root: "envs/prod", Types: []string{"aws_vpc"}}}, want: finding.Fail},
		"an error in values only": {resources: []*resource.Resource{bucket}, gaps: []resource.Gap{{Kind: resource.GapConfig, Root: "envs/prod"}}, want: finding.Fail},
		"a lost call":             {resources: []*resource.Resource{bucket}, gaps: []resource.Gap{{Kind: resource.GapCall, Types: []string{"aws_s3_bucket_public_access_block"}}}, want: finding.Unknown},
		"another lost call":       {resources: []*resource.Resource{bucket}, gaps: []resource.Gap{{Kind: resource.GapCall, Types: []string{"aws_vpc"}}}, want: finding.Fail},
	}
	p := load(t, checks.Options{Rules: []string{"HIPAA-S3-003"}})
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			found := judge(t, p, &resource.Set{Resources: tt.resources, Gaps: tt.gaps}, checks.EvalOptions{})
			var got finding.Status
			for _, f := range found {
				if f.Resource.Address == "aws_s3_bucket.b" || f.Resource.Address == "aws_s3_bucket.b[*]" {
					got = f.Status
				}
			}
			if got != tt.want {
				t.Errorf("status %q, want %q%s", got, tt.want, describe(found))
			}
			for _, f := range found {
				if f.Status == finding.Unknown && len(f.Causes) == 0 {
					t.Errorf("unknown without a cause%s", describe(found))
				}
			}
		})
	}
}

// many is a set with joins, unknowns and gaps that spreads over several chunks.
func many() *resource.Set {
	s := &resource.Set{Gaps: []resource.Gap{{Kind: resource.GapFile, Root: "a"}, {Kind: resource.GapFile, Root: "b"}}}
	for i := range 1200 {
		name := fmt.Sprintf("b%04d", i)
		root := func(r *resource.Resource) { r.Root = []string{"a", "b", "c"}[i%3] }
		s.Resources = append(s.Resources, res("aws_s3_bucket", name, values{"bucket": str(name)}, root, phi([]resource.PHIMark{resource.PHIYes, resource.PHIUnmarked, resource.PHIUnknown}[i%7%3])))
		switch i % 4 {
		case 0:
			s.Resources = append(s.Resources, block(name, str(name), root))
		case 1:
			s.Resources = append(s.Resources, block(name, ref("aws_s3_bucket", name, "id", i+1), root, set("ignore_public_acls", unknown("var."+name))))
		}
	}
	return s
}

func TestSameInputSameFindings(t *testing.T) {
	p := load(t, checks.Options{Rules: []string{"HIPAA-S3-003", "HIPAA-S3-005"}})
	want := judge(t, p, many(), checks.EvalOptions{Parallelism: 1})
	if len(want) < 1200 {
		t.Fatalf("%d findings", len(want))
	}
	shuffled := many()
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled.Resources), func(i, j int) {
		shuffled.Resources[i], shuffled.Resources[j] = shuffled.Resources[j], shuffled.Resources[i]
	})
	got := judge(t, load(t, checks.Options{Rules: []string{"HIPAA-S3-003", "HIPAA-S3-005"}}), shuffled, checks.EvalOptions{Parallelism: 4})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order and parallelism make a difference (-want +got):\n%.2000s", diff)
	}
}

func TestCancelledEvaluationSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r := load(t, checks.Options{Rules: []string{"HIPAA-S3-003"}}).Evaluate(ctx, many(), checks.EvalOptions{Now: noon})
	if len(r.RuleErrors) != 1 || len(r.Findings) > 0 {
		t.Errorf("%d findings, errors %v", len(r.Findings), r.RuleErrors)
	}
}
