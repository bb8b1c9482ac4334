package graph_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/graph"
	"github.com/hipaactl/hipaactl/internal/graph/graphtest"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// rows are a small table with every form of end.
var rows = []graph.Row{
	{Kind: "log", Holder: "aws_s3_bucket_logging", From: graph.At("bucket", "aws_s3_bucket"), To: graph.At("target_bucket", "aws_s3_bucket")},
	{Kind: "replica", Holder: "aws_s3_bucket_replication_configuration", From: graph.At("bucket", "aws_s3_bucket"), To: graph.At("rule[].destination[].bucket", "aws_s3_bucket")},
	{Kind: "snapshot", Holder: "aws_ebs_snapshot", From: graph.At("volume_id", "aws_ebs_volume"), To: graph.Self()},
	{Kind: "dead letter", Holder: "aws_sqs_queue", From: graph.Self(), To: graph.At("redrive_policy(json).deadLetterTargetArn", "aws_sqs_queue")},
	{Kind: "key", Holder: "aws_sqs_queue", From: graph.Self(), To: graph.At("kms_master_key_id", "aws_kms_key", "aws_kms_alias")},
	{Kind: "reads", Holder: "aws_lambda_function", From: graph.In("environment[].variables{}", "aws_s3_bucket", "aws_db_instance", "aws_dynamodb_table"), To: graph.Self()},
	{Kind: "origin", Holder: "aws_cloudfront_distribution", From: graph.In("origin[].domain_name", "aws_s3_bucket"), To: graph.Self()},
}

// told is a graph as text: certain edges "a -> b", others "a ?> b", open ends "a -> ?", "? -> b".
func told(g graph.Graph) []string {
	var out []string
	for _, e := range g.Edges {
		arrow := " -> "
		if len(e.Causes) > 0 {
			arrow = " ?> "
		}
		out = append(out, e.From.Address.Name+arrow+e.To.Address.Name+" at "+e.Path)
	}
	for _, o := range g.Open {
		ends := "? -> " + o.Seen.Address.Name
		if o.Out {
			ends = o.Seen.Address.Name + " -> ?"
		}
		if o.Unread {
			ends += " unread"
		}
		out = append(out, ends+" at "+o.Path+" because of "+o.Cause.What)
	}
	return out
}

func TestFindInCode(t *testing.T) {
	buckets := "resource \"aws_s3_bucket\" \"a\" { bucket = \"claims\" }\nresource \"aws_s3_bucket\" \"b\" { bucket = \"logs\" }\n"
	for name, tt := range map[string]struct {
		source string
		want   []string
	}{
		"by reference": {buckets + `resource "aws_s3_bucket_logging" "x" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = aws_s3_bucket.b.bucket
		}`, []string{"a -> b at target_bucket"}},
		"by name": {buckets + `resource "aws_s3_bucket_logging" "x" {
			bucket        = "claims"
			target_bucket = "logs"
		}`, []string{"a -> b at target_bucket"}},
		"into itself is no edge": {buckets + `resource "aws_s3_bucket_logging" "x" {
			bucket        = "claims"
			target_bucket = aws_s3_bucket.a.id
		}`, nil},
		"the other is not seen": {buckets + `resource "aws_s3_bucket_logging" "x" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = "elsewhere"
		}`, []string{"a -> ? at target_bucket because of aws_s3_bucket named by aws_s3_bucket_logging.x.target_bucket"}},
		"the one is not seen": {buckets + `resource "aws_s3_bucket_logging" "x" {
			bucket        = "elsewhere"
			target_bucket = aws_s3_bucket.b.id
		}`, []string{"? -> b at bucket because of aws_s3_bucket named by aws_s3_bucket_logging.x.bucket"}},
		"through a data source": {buckets + `data "aws_s3_bucket" "d" { bucket = var.name }
		variable "name" {}
		resource "aws_s3_bucket_logging" "x" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = data.aws_s3_bucket.d.id
		}`, []string{"a -> ? unread at target_bucket because of data.aws_s3_bucket.d.id"}},
		"through a data source of a seen bucket": {buckets + `data "aws_s3_bucket" "d" { bucket = "logs" }
		resource "aws_s3_bucket_logging" "x" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = data.aws_s3_bucket.d.id
		}`, []string{"a -> b at target_bucket"}},
		"a variable without a value": {buckets + `variable "to" {}
		resource "aws_s3_bucket_logging" "x" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = var.to
		}`, []string{"a -> ? unread at target_bucket because of var.to"}},
		"one variable on both sides": {`variable "to" {}
		resource "aws_s3_bucket" "a" {}
		resource "aws_s3_bucket" "b" { bucket = var.to }
		resource "aws_s3_bucket_logging" "x" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = var.to
		}`, []string{"a -> b at target_bucket"}},
		"one of two": {buckets + `variable "which" {}
		resource "aws_s3_bucket_logging" "x" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = var.which ? aws_s3_bucket.b.id : "elsewhere"
		}`, []string{"a ?> b at target_bucket"}},
		"one of two that only apply names": {`variable "which" {}
		resource "aws_s3_bucket" "a" {}
		resource "aws_s3_bucket" "b" {}
		resource "aws_s3_bucket_logging" "x" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = var.which ? aws_s3_bucket.b.id : aws_s3_bucket.a.id
		}`, []string{"a ?> b at target_bucket"}},
		"the target may not exist": {`variable "n" {}
		resource "aws_s3_bucket" "a" {}
		resource "aws_s3_bucket" "b" { count = var.n }
		resource "aws_s3_bucket_logging" "x" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = aws_s3_bucket.b[0].id
		}`, []string{"a -> b at target_bucket"}},
		"the holder may not exist": {`variable "n" {}
		resource "aws_s3_bucket" "a" {}
		resource "aws_s3_bucket" "b" {}
		resource "aws_s3_bucket_logging" "x" {
			count         = var.n
			bucket        = aws_s3_bucket.a.id
			target_bucket = aws_s3_bucket.b.id
		}`, []string{"a ?> b at target_bucket"}},
		"both stand and fall together": {`variable "n" {}
		resource "aws_s3_bucket" "a" {}
		resource "aws_s3_bucket" "b" { count = var.n }
		resource "aws_s3_bucket_logging" "x" {
			count         = var.n
			bucket        = aws_s3_bucket.a.id
			target_bucket = aws_s3_bucket.b[count.index].id
		}`, []string{"a -> b at target_bucket"}},
		"each with its own": {`resource "aws_s3_bucket" "a" { for_each = toset(["x", "y"]) }
		resource "aws_s3_bucket" "b" { for_each = toset(["x", "y"]) }
		resource "aws_s3_bucket_logging" "x" {
			for_each      = toset(["x"])
			bucket        = aws_s3_bucket.a[each.key].id
			target_bucket = aws_s3_bucket.b[each.key].id
		}`, []string{"a -> b at target_bucket"}},
		"nested blocks, a second rule": {`resource "aws_s3_bucket" "a" {}
		resource "aws_s3_bucket" "b" {}
		resource "aws_s3_bucket_replication_configuration" "x" {
			bucket = aws_s3_bucket.a.id
			rule {
				destination { bucket = "arn:aws:s3:::elsewhere" }
			}
			rule {
				destination { bucket = aws_s3_bucket.b.arn }
			}
		}`, []string{"a -> b at rule[1].destination[0].bucket", "a -> ? at rule[0].destination[0].bucket because of aws_s3_bucket named by aws_s3_bucket_replication_configuration.x.rule[0].destination[0].bucket"}},
		"blocks over an unknown list": {`variable "to" {}
		resource "aws_s3_bucket" "a" {}
		resource "aws_s3_bucket_replication_configuration" "x" {
			bucket = aws_s3_bucket.a.id
			dynamic "rule" {
				for_each = var.to
				content {
					destination { bucket = rule.value }
				}
			}
		}`, []string{"a -> ? unread at rule[0].destination[0].bucket because of var.to", "a -> ? unread at rule[].destination[].bucket because of var.to"}},
		"JSON, by reference": {`resource "aws_sqs_queue" "a" { redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.b.arn, maxReceiveCount = 3 }) }
		resource "aws_sqs_queue" "b" {}`, []string{"a -> b at redrive_policy.deadLetterTargetArn"}},
		"JSON, by name": {`resource "aws_sqs_queue" "a" { redrive_policy = "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:111122223333:dead\"}" }
		resource "aws_sqs_queue" "b" { name = "dead" }`, []string{"a -> b at redrive_policy.deadLetterTargetArn"}},
		"JSON that is none":              {`resource "aws_sqs_queue" "a" { redrive_policy = "{" }`, nil},
		"AWS's own key is no customer's": {`resource "aws_sqs_queue" "a" { kms_master_key_id = "alias/aws/sqs" }`, nil},
		"a key of another stack": {`resource "aws_sqs_queue" "a" { kms_master_key_id = "arn:aws:kms:us-east-1:111122223333:key/x" }`, []string{
			"a -> ? at kms_master_key_id because of aws_kms_key or aws_kms_alias named by aws_sqs_queue.a.kms_master_key_id",
		}},
		"through a module": {`resource "aws_kms_key" "k" {}
		locals { key = { arn = aws_kms_key.k.arn } }
		resource "aws_sqs_queue" "a" { kms_master_key_id = local.key.arn }`, []string{"a -> k at kms_master_key_id"}},
		"in the environment": {`resource "aws_db_instance" "d" {}
		resource "aws_s3_bucket" "b" { bucket = "claims" }
		resource "aws_dynamodb_table" "t" { name = "visits" }
		resource "aws_lambda_function" "f" {
			environment {
				variables = {
					URL   = "postgres://${aws_db_instance.d.address}:5432/x"
					PLACE = "s3://claims/inbox"
					TABLE = "visits"
					NOTE  = "the claims of all visits"
				}
			}
		}`, []string{
			`d -> f at environment[0].variables["URL"]`, `t -> f at environment[0].variables["TABLE"]`, `b -> f at environment[0].variables["PLACE"]`,
		}},
		"a domain name": {`resource "aws_s3_bucket" "b" { bucket = "claims" }
		resource "aws_cloudfront_distribution" "f" {
			origin { domain_name = "claims.s3.us-east-1.amazonaws.com" }
		}`, []string{"b -> f at origin[0].domain_name"}},
		"a text that mentions is not a name": {`resource "aws_sqs_queue" "a" {
			tags   = { bucket = aws_s3_bucket.b.arn }
			policy = jsonencode({ Resource = aws_s3_bucket.b.arn })
		}
		resource "aws_s3_bucket" "b" {}`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			table := graph.New(rows)
			set := graphtest.Load(t, table, tt.source)
			if d := cmp.Diff(tt.want, told(table.Find(&set))); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

// in is a resource as an account or a root shows it.
func in(source resource.Source, root, account, typ, name string, attrs map[string]string) *resource.Resource {
	values := map[string]cty.Value{}
	for k, v := range attrs {
		values[k] = cty.StringVal(v)
	}
	region := ""
	if _, r, ok := strings.Cut(root, "/"); ok {
		region = r
	}
	return &resource.Resource{
		Root: root, Source: source, Scope: resource.Scope{AccountKey: account, RegionKey: region, Region: region},
		Address: resource.Address{Type: typ, Name: name}, Values: cty.ObjectVal(values), ARN: attrs["arn"],
	}
}

type attrs = map[string]string

func TestFindAcrossPlaces(t *testing.T) {
	denied := resource.Cause{Kind: resource.NotVisible, What: "ec2:DescribeVolumes"}
	live := func(root, typ, name string, a attrs) *resource.Resource {
		account, _, _ := strings.Cut(root, "/")
		return in(resource.Live, root, account, typ, name, a)
	}
	code := func(root, typ, name string, a attrs) *resource.Resource {
		return in(resource.Code, root, "", typ, name, a)
	}
	unread := live("1/us-east-1", "aws_ebs_snapshot", "s", attrs{"id": "snap-1"})
	unread.Unread = denied
	for name, tt := range map[string]struct {
		set  []*resource.Resource
		want []string
	}{
		"an account": {[]*resource.Resource{
			live("1/us-east-1", "aws_ebs_snapshot", "s", attrs{"volume_id": "vol-00000001"}),
			live("1/us-east-1", "aws_ebs_volume", "v", attrs{"id": "vol-00000001"}),
		}, []string{"v -> s at volume_id"}},
		"what was not read": {[]*resource.Resource{unread, live("1/us-east-1", "aws_ebs_volume", "v", attrs{"id": "vol-00000001"})}, []string{
			"? -> s unread at volume_id because of ec2:DescribeVolumes",
		}},
		"what is not there": {[]*resource.Resource{live("1/us-east-1", "aws_ebs_snapshot", "s", attrs{"id": "snap-1"})}, nil},
		"a bucket of another account": {[]*resource.Resource{
			live("1/us-east-1", "aws_s3_bucket", "a", attrs{"bucket": "claims"}), live("2/us-east-1", "aws_s3_bucket", "b", attrs{"bucket": "logs"}),
			live("1/us-east-1", "aws_s3_bucket_logging", "x", attrs{"bucket": "claims", "target_bucket": "logs"}),
		}, []string{"a -> b at target_bucket"}},
		"a bucket of another root": {[]*resource.Resource{
			code("app", "aws_s3_bucket", "a", attrs{"bucket": "claims"}), code("logs", "aws_s3_bucket", "b", attrs{"bucket": "logs"}),
			code("app", "aws_s3_bucket_logging", "x", attrs{"bucket": "claims", "target_bucket": "arn:aws:s3:::logs"}),
		}, []string{"a -> b at target_bucket"}},
		"a name of another root is another's": {[]*resource.Resource{
			code("app", "aws_lambda_function", "f", nil), code("db", "aws_dynamodb_table", "t", attrs{"name": "visits"}),
			code("app", "aws_sqs_queue", "q", attrs{"kms_master_key_id": "alias/claims"}), code("keys", "aws_kms_alias", "k", attrs{"name": "alias/claims"}),
		}, []string{"q -> ? at kms_master_key_id because of aws_kms_key or aws_kms_alias named by aws_sqs_queue.q.kms_master_key_id"}},
		"a name in another Region is another's": {[]*resource.Resource{
			live("1/us-east-1", "aws_sqs_queue", "q", attrs{"kms_master_key_id": "alias/claims"}),
			live("1/eu-west-1", "aws_kms_alias", "far", attrs{"name": "alias/claims"}),
			live("1/us-east-1", "aws_kms_alias", "near", attrs{"name": "alias/claims"}),
		}, []string{"q -> near at kms_master_key_id"}},
		"an ARN in another Region": {[]*resource.Resource{
			live("1/us-east-1", "aws_sqs_queue", "q", attrs{"kms_master_key_id": "arn:aws:kms:eu-west-1:1:key/k"}),
			live("1/eu-west-1", "aws_kms_key", "k", attrs{"arn": "arn:aws:kms:eu-west-1:1:key/k"}),
		}, []string{"q -> k at kms_master_key_id"}},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, told(graph.New(rows).Find(&resource.Set{Resources: tt.set}))); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

// TestOrder shows that the order in which resources stand changes nothing.
func TestOrder(t *testing.T) {
	table := graph.New(rows)
	set := graphtest.Load(t, table, `resource "aws_s3_bucket" "b" { for_each = toset(["1", "2", "3", "4"]) }
resource "aws_s3_bucket_logging" "x" {
	for_each      = toset(["1", "2", "3"])
	bucket        = aws_s3_bucket.b[each.key].id
	target_bucket = each.key == "3" ? "elsewhere" : aws_s3_bucket.b["4"].id
}
resource "aws_sqs_queue" "q" {
	count             = 3
	kms_master_key_id = "alias/none"
}`)
	want := told(table.Find(&set))
	for range 20 {
		rand.Shuffle(len(set.Resources), func(i, j int) { set.Resources[i], set.Resources[j] = set.Resources[j], set.Resources[i] })
		if d := cmp.Diff(want, told(table.Find(&set))); d != "" {
			t.Fatalf("-want +got:\n%s", d)
		}
	}
}
