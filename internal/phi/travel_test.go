package phi_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/graph"
	"github.com/hipaactl/hipaactl/internal/graph/graphtest"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// load evaluates a configuration as a scan does.
func load(t *testing.T, source string) resource.Set {
	t.Helper()
	return graphtest.Load(t, graph.New(phi.Edges()), source)
}

// marks are those of the resources by address, unmarked ones left out.
func marks(set resource.Set) map[string]string {
	out := map[string]string{}
	for _, r := range set.Resources {
		if r.PHI.Mark != resource.PHIUnmarked {
			out[r.Address.String()] = string(r.PHI.Mark)
		}
	}
	return out
}

type want = map[string]string

const (
	isPHI = "tags = { HIPAA = \"true\" }"
	noPHI = "tags = { DataClass = \"internal\" }"
)

func TestTravel(t *testing.T) {
	for name, tt := range map[string]struct {
		source  string
		markers phi.Markers
		want    want
	}{
		"a replica": {`resource "aws_s3_bucket" "a" { ` + isPHI + ` }
		resource "aws_s3_bucket" "b" {}
		resource "aws_s3_bucket_replication_configuration" "r" {
			bucket = aws_s3_bucket.a.id
			rule {
				destination { bucket = aws_s3_bucket.b.arn }
			}
		}`, phi.Markers{}, want{"aws_s3_bucket.a": "yes", "aws_s3_bucket.b": "yes"}},
		"not back": {`resource "aws_s3_bucket" "a" {}
		resource "aws_s3_bucket" "b" { ` + isPHI + ` }
		resource "aws_s3_bucket_replication_configuration" "r" {
			bucket = aws_s3_bucket.a.id
			rule {
				destination { bucket = aws_s3_bucket.b.arn }
			}
		}
		resource "aws_s3_bucket_logging" "l" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = aws_s3_bucket.b.id
		}`, phi.Markers{}, want{"aws_s3_bucket.b": "yes"}},
		"several steps": {`resource "aws_ebs_volume" "v" { ` + isPHI + ` }
		resource "aws_ebs_snapshot" "s" { volume_id = aws_ebs_volume.v.id }
		resource "aws_ebs_snapshot_copy" "c" { source_snapshot_id = aws_ebs_snapshot.s.id }
		resource "aws_ami" "i" {
			ebs_block_device { snapshot_id = aws_ebs_snapshot_copy.c.id }
		}
		resource "aws_instance" "n" { ami = aws_ami.i.id }`, phi.Markers{}, want{
			"aws_ebs_volume.v": "yes", "aws_ebs_snapshot.s": "yes", "aws_ebs_snapshot_copy.c": "yes", "aws_ami.i": "yes", "aws_instance.n": "yes",
		}},
		"default tags of the provider": {`provider "aws" {
			default_tags { tags = { HIPAA = "true" } }
		}
		resource "aws_db_instance" "d" {}
		resource "aws_kms_key" "k" { tags = { HIPAA = "false" } }`, phi.Markers{}, want{"aws_db_instance.d": "yes", "aws_kms_key.k": "no"}},
		"default tags and the user's": {`provider "aws" {
			default_tags { tags = { Team = "clinical" } }
		}
		resource "aws_db_instance" "d" {}`, phi.Markers{Tags: []string{"team=clinical"}}, want{"aws_db_instance.d": "yes"}},
		"a tag does not hold off a copy": {`resource "aws_db_instance" "d" { ` + isPHI + ` }
		resource "aws_db_snapshot" "s" {
			db_instance_identifier = aws_db_instance.d.identifier
			` + noPHI + `
		}`, phi.Markers{}, want{"aws_db_instance.d": "yes", "aws_db_snapshot.s": "yes"}},
		"a tag does hold off what only tells": {`resource "aws_s3_bucket" "a" { ` + isPHI + ` }
		resource "aws_s3_bucket" "b" { ` + noPHI + ` }
		resource "aws_s3_bucket" "c" {}
		resource "aws_s3_bucket_logging" "l" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = aws_s3_bucket.b.id
		}
		resource "aws_s3_bucket_logging" "m" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = aws_s3_bucket.c.id
		}`, phi.Markers{}, want{"aws_s3_bucket.a": "yes", "aws_s3_bucket.b": "no", "aws_s3_bucket.c": "yes"}},
		"also a tag that is not seen": {`variable "tags" {}
		resource "aws_s3_bucket" "a" { ` + isPHI + ` }
		resource "aws_s3_bucket" "b" { tags = var.tags }
		resource "aws_s3_bucket_logging" "l" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = aws_s3_bucket.b.id
		}`, phi.Markers{}, want{"aws_s3_bucket.a": "yes", "aws_s3_bucket.b": "unknown"}},
		"an excluded address ends the way": {`resource "aws_ebs_volume" "v" { ` + isPHI + ` }
		resource "aws_ebs_snapshot" "s" { volume_id = aws_ebs_volume.v.id }
		resource "aws_ebs_volume" "w" { snapshot_id = aws_ebs_snapshot.s.id }`, phi.Markers{NotAddresses: []string{"aws_ebs_snapshot.s"}}, want{"aws_ebs_volume.v": "yes", "aws_ebs_snapshot.s": "no"}},
		"a cycle": {`resource "aws_ebs_volume" "v" {}
		resource "aws_instance" "i" { ` + isPHI + ` }
		resource "aws_volume_attachment" "a" {
			volume_id   = aws_ebs_volume.v.id
			instance_id = aws_instance.i.id
		}`, phi.Markers{}, want{"aws_instance.i": "yes", "aws_ebs_volume.v": "yes"}},
		"queue, dead letters and function": {`resource "aws_sqs_queue" "q" {
			name           = "intake"
			redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.d.arn })
			` + isPHI + `
		}
		resource "aws_sqs_queue" "d" {}
		resource "aws_lambda_function" "f" {}
		resource "aws_lambda_event_source_mapping" "m" {
			event_source_arn = aws_sqs_queue.q.arn
			function_name    = aws_lambda_function.f.arn
		}
		resource "aws_cloudwatch_log_group" "l" { name = "/aws/lambda/${aws_lambda_function.f.function_name}" }`, phi.Markers{}, want{
			"aws_sqs_queue.q": "yes", "aws_sqs_queue.d": "yes", "aws_lambda_function.f": "yes", "aws_cloudwatch_log_group.l": "yes",
		}},
		"log groups by the names that AWS gives them": {`resource "aws_lambda_function" "f" {
			function_name = "intake"
			` + isPHI + `
		}
		resource "aws_db_instance" "d" {
			identifier = "records"
			` + isPHI + `
		}
		resource "aws_cloudwatch_log_group" "l" { name = "/aws/lambda/${aws_lambda_function.f.function_name}" }
		resource "aws_cloudwatch_log_group" "d" { name = "/aws/rds/instance/records/postgresql" }
		resource "aws_cloudwatch_log_group" "other" { name = "/aws/ecs/intake" }
		resource "aws_cloudwatch_log_group" "longer" { name = "/aws/lambda/intake-2" }`, phi.Markers{}, want{
			"aws_lambda_function.f": "yes", "aws_db_instance.d": "yes", "aws_cloudwatch_log_group.l": "yes", "aws_cloudwatch_log_group.d": "yes",
		}},
		"a database, its key, its password and its backups": {`resource "aws_kms_key" "k" {}
		resource "aws_kms_key" "other" {}
		resource "aws_db_instance" "d" {
			kms_key_id = aws_kms_key.k.arn
			` + isPHI + `
		}
		resource "aws_db_instance" "e" { kms_key_id = aws_kms_key.other.arn }
		resource "aws_secretsmanager_secret" "s" {}
		resource "aws_secretsmanager_secret_version" "v" {
			secret_id     = aws_secretsmanager_secret.s.id
			secret_string = jsonencode({ host = aws_db_instance.d.address, password = "x" })
		}
		resource "aws_backup_vault" "v" {}
		resource "aws_backup_vault" "far" {}
		resource "aws_backup_plan" "p" {
			rule {
				target_vault_name = aws_backup_vault.v.name
				copy_action { destination_vault_arn = aws_backup_vault.far.arn }
			}
		}
		resource "aws_backup_selection" "b" {
			plan_id   = aws_backup_plan.p.id
			resources = [aws_db_instance.d.arn]
		}`, phi.Markers{}, want{
			"aws_kms_key.k": "yes", "aws_db_instance.d": "yes", "aws_secretsmanager_secret.s": "yes",
			"aws_backup_plan.p": "yes", "aws_backup_vault.v": "yes", "aws_backup_vault.far": "yes",
		}},
		"an old inline block": {`resource "aws_s3_bucket" "a" {
			` + isPHI + `
			logging { target_bucket = aws_s3_bucket.b.id }
		}
		resource "aws_s3_bucket" "b" {}`, phi.Markers{}, want{"aws_s3_bucket.a": "yes", "aws_s3_bucket.b": "yes"}},
		"a tag that is not seen travels": {`variable "tags" {}
		resource "aws_ebs_volume" "v" { tags = var.tags }
		resource "aws_ebs_snapshot" "s" { volume_id = aws_ebs_volume.v.id }
		resource "aws_ebs_volume" "w" { snapshot_id = aws_ebs_snapshot.s.id }`, phi.Markers{}, want{"aws_ebs_volume.v": "unknown", "aws_ebs_snapshot.s": "unknown", "aws_ebs_volume.w": "unknown"}},
		"round and round, perhaps": {`variable "tags" {}
		resource "aws_ebs_volume" "v" { tags = var.tags }
		resource "aws_instance" "i" {}
		resource "aws_volume_attachment" "a" {
			volume_id   = aws_ebs_volume.v.id
			instance_id = aws_instance.i.id
		}`, phi.Markers{}, want{"aws_ebs_volume.v": "unknown", "aws_instance.i": "unknown"}},
		"a reference that is not certain": {`variable "which" {}
		resource "aws_ebs_volume" "v" { ` + isPHI + ` }
		resource "aws_ebs_volume" "w" {}
		resource "aws_ebs_snapshot" "s" { volume_id = var.which ? aws_ebs_volume.v.id : aws_ebs_volume.w.id }
		resource "aws_ebs_snapshot" "t" { volume_id = var.which ? aws_ebs_volume.w.id : "vol-1" }`, phi.Markers{}, want{"aws_ebs_volume.v": "yes", "aws_ebs_snapshot.s": "unknown"}},
		"a reference that is not seen marks nothing": {`variable "to" {}
		resource "aws_s3_bucket" "a" { ` + isPHI + ` }
		resource "aws_s3_bucket" "b" {}
		resource "aws_s3_bucket_logging" "l" {
			bucket        = aws_s3_bucket.a.id
			target_bucket = var.to
		}`, phi.Markers{}, want{"aws_s3_bucket.a": "yes"}},
		"what may not exist": {`variable "n" {}
		resource "aws_ebs_volume" "v" {
			count = var.n
			` + isPHI + `
		}
		resource "aws_ebs_snapshot" "s" {
			count     = var.n
			volume_id = aws_ebs_volume.v[count.index].id
		}
		resource "aws_ebs_snapshot" "t" { volume_id = aws_ebs_volume.v[0].id }`, phi.Markers{}, want{
			"aws_ebs_volume.v[*]": "yes", "aws_ebs_snapshot.s[*]": "yes", "aws_ebs_snapshot.t": "unknown",
		}},
		"what carries nothing": {`resource "aws_iam_role" "r" {}
		resource "aws_security_group" "g" {}
		resource "aws_subnet" "n" {}
		resource "aws_kms_key" "k" {}
		resource "aws_s3_bucket" "a" { ` + isPHI + ` }
		resource "aws_s3_bucket" "b" { tags = { source = aws_s3_bucket.a.id } }
		resource "aws_s3_bucket_policy" "p" {
			bucket = aws_s3_bucket.b.id
			policy = jsonencode({ Statement = [{ Resource = aws_s3_bucket.a.arn }] })
		}
		resource "aws_s3_bucket_versioning" "v" { bucket = aws_s3_bucket.a.id }
		resource "aws_iam_role_policy" "q" {
			role   = aws_iam_role.r.id
			policy = jsonencode({ Statement = [{ Resource = aws_s3_bucket.a.arn }] })
		}
		resource "aws_instance" "i" {
			subnet_id              = aws_subnet.n.id
			vpc_security_group_ids = [aws_security_group.g.id]
			iam_instance_profile   = aws_iam_role.r.name
			` + isPHI + `
		}
		resource "aws_ebs_volume" "w" { kms_key_id = aws_kms_key.k.arn }
		resource "aws_lambda_function" "f" {
			role     = aws_iam_role.r.arn
			s3_bucket = aws_s3_bucket.a.id
		}`, phi.Markers{}, want{"aws_s3_bucket.a": "yes", "aws_instance.i": "yes"}},
	} {
		t.Run(name, func(t *testing.T) {
			set := load(t, tt.source)
			phi.Mark(&set, tt.markers)
			if d := cmp.Diff(tt.want, marks(set)); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

// TestWay shows what is said of a mark that was carried.
func TestWay(t *testing.T) {
	set := load(t, `resource "aws_s3_bucket" "a" {
	`+isPHI+`
	logging { target_bucket = aws_s3_bucket.b.id }
}
resource "aws_s3_bucket" "b" {}
resource "aws_s3_bucket" "c" { `+noPHI+` }
resource "aws_s3_bucket_replication_configuration" "r" {
	bucket = aws_s3_bucket.b.id
	rule {
		destination { bucket = aws_s3_bucket.c.arn }
	}
}`)
	m := phi.Mark(&set, phi.Markers{})
	var got resource.PHI
	for _, r := range set.Resources {
		if r.Address.String() == "aws_s3_bucket.c" {
			got = r.PHI
		}
	}
	want := resource.PHI{
		Mark: resource.PHIYes, Why: "carried from aws_s3_bucket.a (tag HIPAA = true), although tag DataClass names another class",
		Path: []resource.PHIStep{
			{From: "aws_s3_bucket.a", To: "aws_s3_bucket.b", Via: "aws_s3_bucket.a.logging[0].target_bucket", Why: "requests are logged there, with the names of objects and who asked for them"},
			{From: "aws_s3_bucket.b", To: "aws_s3_bucket.c", Via: "aws_s3_bucket_replication_configuration.r.rule[0].destination[0].bucket", Why: "objects are copied to it"},
		},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if len(m.Edges) != 2 || !m.Edges[0].Carried || !m.Edges[1].Carried || m.Edges[1].Kind != "replica" || m.Edges[1].Holder.Address.Name != "r" {
		t.Errorf("map: %+v", m.Edges)
	}
}

// TestShortest: of two ways the shorter counts, and of two as short the one by the smaller
// address, in whatever order the resources stand.
func TestShortest(t *testing.T) {
	set := load(t, `locals {
	# 1, 2 and 8 hold PHI; 3 is reached from two, 4 in one step or two, 7 in two steps by 5 or by 9.
	to = { "1" = ["3", "9"], "2" = ["3", "4", "5"], "3" = ["4"], "4" = ["1"], "5" = ["7"], "9" = ["7"], "8" = [], "7" = [] }
}
resource "aws_s3_bucket" "b" {
	for_each = local.to
	tags     = { HIPAA = contains(["1", "2", "8"], each.key) ? "true" : "maybe" }
}
resource "aws_s3_bucket_replication_configuration" "r" {
	for_each = local.to
	bucket   = aws_s3_bucket.b[each.key].id
	dynamic "rule" {
		for_each = each.value
		content {
			destination { bucket = aws_s3_bucket.b[rule.value].arn }
		}
	}
}`)
	ways := want{"3": "1>3", "4": "2>4", "5": "2>5", "7": "2>5 5>7", "9": "1>9"}
	key := func(address string) string {
		return strings.Trim(strings.TrimPrefix(address, "aws_s3_bucket.b"), `[]"`)
	}
	for range 10 {
		rand.Shuffle(len(set.Resources), func(i, j int) { set.Resources[i], set.Resources[j] = set.Resources[j], set.Resources[i] })
		phi.Mark(&set, phi.Markers{})
		got := want{}
		for _, r := range set.Resources {
			var steps []string
			for _, s := range r.PHI.Path {
				steps = append(steps, key(s.From)+">"+key(s.To))
			}
			if len(steps) > 0 {
				got[key(r.Address.String())] = strings.Join(steps, " ")
			}
		}
		if d := cmp.Diff(ways, got); d != "" {
			t.Fatalf("-want +got:\n%s", d)
		}
	}
}

// TestLongWay shows that a long chain ends, that all of it is marked, and that what is
// said of each part stays short.
func TestLongWay(t *testing.T) {
	const n = 20_000
	set := resource.Set{}
	for i := range n {
		values := map[string]cty.Value{"id": cty.StringVal(fmt.Sprint("snap-", i)), "source_snapshot_id": cty.StringVal(fmt.Sprint("snap-", i-1))}
		set.Resources = append(set.Resources, &resource.Resource{Address: resource.Address{Type: "aws_ebs_snapshot_copy", Name: fmt.Sprint("c", i)}, Values: cty.ObjectVal(values)})
	}
	set.Resources[0].Address.Name = "phi"
	m := phi.Mark(&set, phi.Markers{})
	last := set.Resources[n-1].PHI
	if len(m.Edges) != n-1 || last.Mark != resource.PHIYes || len(last.Path) > 30 || !strings.Contains(last.Why, "aws_ebs_snapshot_copy.phi") {
		t.Errorf("%d edges; the last: %s, %q, %d steps", len(m.Edges), last.Mark, last.Why, len(last.Path))
	}
}

// TestAccounts shows what an account leaves in doubt that did not answer everything.
func TestAccounts(t *testing.T) {
	live := func(typ, name string, unread resource.Cause, attrs map[string]string) *resource.Resource {
		values := map[string]cty.Value{"tags_all": cty.EmptyObjectVal}
		for k, v := range attrs {
			values[k] = cty.StringVal(v)
		}
		if tag := attrs["phi"]; tag != "" {
			values["tags_all"] = cty.ObjectVal(map[string]cty.Value{"HIPAA": cty.StringVal(tag)})
		}
		return &resource.Resource{
			Root: "1/us-east-1", Source: resource.Live, Scope: resource.Scope{AccountKey: "1", Account: "1"}, Unread: unread,
			Address: resource.Address{Type: typ, Name: name}, Values: cty.ObjectVal(values),
		}
	}
	type attrs = map[string]string
	denied := resource.Cause{Kind: resource.NotVisible, What: "s3:GetBucketLogging"}
	gap := func(types ...string) []resource.Gap {
		return []resource.Gap{{Kind: resource.GapCall, What: "a call", Types: types, Scope: resource.Scope{AccountKey: "1"}}}
	}
	a, b := attrs{"bucket": "a", "phi": "true"}, attrs{"bucket": "b"}
	for name, tt := range map[string]struct {
		set  resource.Set
		want want
	}{
		"all was read": {resource.Set{Resources: []*resource.Resource{live("aws_s3_bucket", "a", resource.Cause{}, a), live("aws_s3_bucket", "b", resource.Cause{}, b)}}, want{"aws_s3_bucket.a": "yes"}},
		"where it logs was not read": {resource.Set{Resources: []*resource.Resource{
			live("aws_s3_bucket", "a", resource.Cause{}, a), live("aws_s3_bucket", "b", resource.Cause{}, b),
			live("aws_s3_bucket_logging", "a", denied, attrs{"bucket": "a"}),
		}}, want{"aws_s3_bucket.a": "yes", "aws_s3_bucket.b": "unknown"}},
		"where another logs does not matter": {resource.Set{Resources: []*resource.Resource{
			live("aws_s3_bucket", "a", resource.Cause{}, a), live("aws_s3_bucket", "b", resource.Cause{}, b),
			live("aws_s3_bucket_logging", "b", denied, attrs{"bucket": "b"}),
		}}, want{"aws_s3_bucket.a": "yes"}},
		"the volume was not listed": {resource.Set{Gaps: gap("aws_ebs_volume"), Resources: []*resource.Resource{
			live("aws_ebs_snapshot", "s", resource.Cause{}, attrs{"volume_id": "vol-1"}),
		}}, want{"aws_ebs_snapshot.s": "unknown"}},
		"the volume is gone": {resource.Set{Resources: []*resource.Resource{
			live("aws_ebs_snapshot", "s", resource.Cause{}, attrs{"volume_id": "vol-1"}),
		}}, want{}},
		"selections were not listed": {resource.Set{Gaps: gap("aws_backup_selection"), Resources: []*resource.Resource{
			live("aws_db_instance", "d", resource.Cause{}, attrs{"phi": "true"}), live("aws_backup_plan", "p", resource.Cause{}, attrs{"id": "p"}),
		}}, want{"aws_db_instance.d": "yes", "aws_backup_plan.p": "unknown"}},
		"selections of nothing that matters": {resource.Set{Gaps: gap("aws_backup_selection"), Resources: []*resource.Resource{
			live("aws_db_instance", "d", resource.Cause{}, nil), live("aws_backup_plan", "p", resource.Cause{}, attrs{"id": "p"}),
		}}, want{}},
		"nothing was listed": {resource.Set{Gaps: gap(), Resources: []*resource.Resource{
			live("aws_kms_key", "k", resource.Cause{}, attrs{"key_id": "k"}),
		}}, want{"aws_kms_key.k": "unknown"}},
	} {
		t.Run(name, func(t *testing.T) {
			phi.Mark(&tt.set, phi.Markers{})
			if d := cmp.Diff(tt.want, marks(tt.set)); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}
