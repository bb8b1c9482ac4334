package provider_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

type attrs = map[string]cty.Value

func obj(a attrs) cty.Value             { return cty.ObjectVal(a) }
func blocks(all ...cty.Value) cty.Value { return cty.TupleVal(all) }
func str(s string) cty.Value            { return cty.StringVal(s) }
func num(n int64) cty.Value             { return cty.NumberIntVal(n) }

var notGiven = resource.Cause{Kind: resource.NotGiven, What: "var.x", Why: "the variable has no value"}

func unknown(t cty.Type) cty.Value { return resource.Unknown(t, notGiven) }

// all wants every attribute of the tables.
var all *resource.Shape

func TestDefaults(t *testing.T) {
	tests := map[string]struct {
		typ  string
		in   attrs
		ver  int
		attr string
		want cty.Value
	}{
		"omitted":                            {"aws_db_instance", attrs{}, 0, "storage_encrypted", cty.False},
		"null is omitted":                    {"aws_db_instance", attrs{"storage_encrypted": cty.NullVal(cty.Bool)}, 0, "storage_encrypted", cty.False},
		"null keeps its marks":               {"aws_db_instance", attrs{"storage_encrypted": cty.NullVal(cty.Bool).Mark(resource.Sensitive{})}, 0, "storage_encrypted", cty.False.Mark(resource.Sensitive{})},
		"written":                            {"aws_db_instance", attrs{"storage_encrypted": cty.True}, 0, "storage_encrypted", cty.True},
		"unknown stays":                      {"aws_db_instance", attrs{"storage_encrypted": unknown(cty.Bool)}, 0, "storage_encrypted", unknown(cty.Bool)},
		"text stays as written":              {"aws_db_instance", attrs{"storage_encrypted": str("true")}, 0, "storage_encrypted", str("true")},
		"replica without backups":            {"aws_db_instance", attrs{"replicate_source_db": str("main")}, 0, "backup_retention_period", num(0)},
		"empty snapshot is none":             {"aws_db_instance", attrs{"snapshot_identifier": str("")}, 0, "storage_encrypted", cty.False},
		"snapshot not given":                 {"aws_db_instance", attrs{"snapshot_identifier": unknown(cty.String)}, 0, "storage_encrypted", unknown(cty.Bool)},
		"no key by default":                  {"aws_db_instance", attrs{}, 0, "kms_key_id", cty.NilVal},
		"cluster":                            {"aws_rds_cluster", attrs{}, 0, "storage_encrypted", cty.False},
		"cluster backups":                    {"aws_rds_cluster", attrs{}, 0, "backup_retention_period", num(1)},
		"serverless cluster":                 {"aws_rds_cluster", attrs{"engine_mode": str("serverless")}, 0, "storage_encrypted", cty.True},
		"cluster of unknown mode":            {"aws_rds_cluster", attrs{"engine_mode": unknown(cty.String)}, 0, "storage_encrypted", unknown(cty.Bool)},
		"redshift before 6":                  {"aws_redshift_cluster", attrs{}, 5, "publicly_accessible", cty.True},
		"redshift since 6":                   {"aws_redshift_cluster", attrs{}, 6, "publicly_accessible", cty.False},
		"redshift when nobody says":          {"aws_redshift_cluster", attrs{}, 0, "publicly_accessible", cty.False},
		"warehouse before 6":                 {"aws_redshift_cluster", attrs{}, 5, "encrypted", cty.False},
		"warehouse since 6":                  {"aws_redshift_cluster", attrs{"snapshot_identifier": str("s")}, 6, "encrypted", cty.True},
		"listener":                           {"aws_lb_listener", attrs{"port": num(80)}, 0, "protocol", str("HTTP")},
		"gateway listener":                   {"aws_lb_listener", attrs{}, 0, "protocol", cty.NilVal},
		"listener policy":                    {"aws_lb_listener", attrs{"protocol": str("https")}, 0, "ssl_policy", str("ELBSecurityPolicy-2016-08")},
		"no policy without TLS":              {"aws_lb_listener", attrs{"protocol": str("HTTP")}, 0, "ssl_policy", cty.NilVal},
		"policy of unknown protocol":         {"aws_lb_listener", attrs{"protocol": unknown(cty.String)}, 0, "ssl_policy", unknown(cty.String)},
		"rotation period":                    {"aws_kms_key", attrs{"enable_key_rotation": str("true")}, 0, "rotation_period_in_days", num(365)},
		"password length":                    {"aws_iam_account_password_policy", attrs{}, 0, "minimum_password_length", num(6)},
		"old name of the type":               {"aws_alb", attrs{}, 0, "internal", cty.False},
		"group numbers become names":         {"aws_security_group_rule", attrs{"protocol": num(6)}, 0, "protocol", str("tcp")},
		"all protocols":                      {"aws_security_group_rule", attrs{"protocol": str("ALL")}, 0, "protocol", str("-1")},
		"log group of version 5":             {"aws_flow_log", attrs{"log_group_name": str("flow")}, 5, "log_destination", str("flow")},
		"elasticsearch version":              {"aws_elasticsearch_domain", attrs{"elasticsearch_version": str("7.10")}, 0, "engine_version", str("Elasticsearch_7.10")},
		"lock from the old block":            {"aws_s3_bucket", attrs{"object_lock_configuration": blocks(obj(attrs{"object_lock_enabled": str("Enabled")}))}, 4, "object_lock_enabled", cty.True},
		"lock from an unknown block":         {"aws_s3_bucket", attrs{"object_lock_configuration": unknown(cty.DynamicPseudoType)}, 4, "object_lock_enabled", unknown(cty.Bool)},
		"no block is invented":               {"aws_instance", attrs{}, 0, "root_block_device", cty.NilVal},
		"an empty list of blocks is left so": {"aws_instance", attrs{"root_block_device": cty.EmptyTupleVal}, 0, "root_block_device", cty.EmptyTupleVal},
		"an unknown list of blocks as well":  {"aws_instance", attrs{"root_block_device": unknown(cty.DynamicPseudoType)}, 0, "root_block_device", unknown(cty.DynamicPseudoType)},
		"blocks": {
			"aws_instance",
			attrs{"root_block_device": blocks(obj(attrs{}))},
			0, "root_block_device",
			blocks(obj(attrs{"encrypted": cty.False})),
		},
		"open lists stay open": {
			"aws_instance",
			attrs{"root_block_device": blocks(obj(attrs{})).Mark(resource.Open{Cause: notGiven})},
			0, "root_block_device",
			blocks(obj(attrs{"encrypted": cty.False})).Mark(resource.Open{Cause: notGiven}),
		},
		"tokens before 6": {
			"aws_instance",
			attrs{"metadata_options": blocks(obj(attrs{}))},
			5, "metadata_options",
			blocks(obj(attrs{"http_endpoint": str("enabled"), "http_tokens": str("optional")})),
		},
		"tokens since 6": {
			"aws_instance",
			attrs{"metadata_options": blocks(obj(attrs{}))},
			6, "metadata_options",
			blocks(obj(attrs{"http_endpoint": str("enabled")})),
		},
		"nested blocks": {
			"aws_launch_template",
			attrs{"block_device_mappings": blocks(obj(attrs{"ebs": blocks(obj(attrs{}))}))},
			0, "block_device_mappings",
			blocks(obj(attrs{"ebs": blocks(obj(attrs{"encrypted": cty.False}))})),
		},
		"rules of a list type": {
			"aws_security_group",
			attrs{"ingress": cty.ListVal([]cty.Value{obj(attrs{"protocol": str("17")})})},
			0, "ingress",
			blocks(obj(attrs{"protocol": str("udp")})),
		},
		"prefix becomes a filter": {
			"aws_s3_bucket_lifecycle_configuration",
			attrs{"rule": blocks(obj(attrs{"prefix": str("logs/")}))},
			0, "rule",
			blocks(obj(attrs{"filter": blocks(obj(attrs{"prefix": str("logs/")}))})),
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, _ := provider.Normalize(tt.typ, obj(tt.in), all, provider.Version{Major: tt.ver})
			value := got.AsValueMap()[tt.attr]
			if !same(value, tt.want) {
				t.Errorf("%s of %s is %#v, want %#v", tt.attr, tt.typ, value, tt.want)
			}
		})
	}
}

func same(a, b cty.Value) bool {
	if a == cty.NilVal || b == cty.NilVal {
		return a == b
	}
	return a.RawEquals(b)
}

func TestInheritedIsUnknownAndSaysWhere(t *testing.T) {
	source := str("main").Mark(resource.Ref{Address: resource.Address{Type: "aws_db_instance", Name: "main"}, Attr: "identifier"})
	tests := map[string]struct {
		typ, attr string
		in        attrs
		what      string
	}{
		"replica of a resource": {"aws_db_instance", "storage_encrypted", attrs{"replicate_source_db": source}, "aws_db_instance.main"},
		"replica, but written":  {"aws_db_instance", "storage_encrypted", attrs{"replicate_source_db": str("main"), "storage_encrypted": cty.True}, "replicate_source_db"},
		"replica by name":       {"aws_db_instance", "kms_key_id", attrs{"replicate_source_db": str("main")}, "replicate_source_db"},
		"point in time":         {"aws_db_instance", "backup_retention_period", attrs{"restore_to_point_in_time": blocks(obj(attrs{}))}, "restore_to_point_in_time"},
		"global cluster":        {"aws_rds_cluster", "storage_encrypted", attrs{"global_cluster_identifier": str("g"), "engine_mode": str("serverless")}, "global_cluster_identifier"},
		"restored warehouse":    {"aws_redshift_cluster", "kms_key_id", attrs{"snapshot_identifier": str("s")}, "snapshot_identifier"},
		"volume of a snapshot":  {"aws_ebs_volume", "encrypted", attrs{"snapshot_id": str("snap-1")}, "snapshot_id"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, _ := provider.Normalize(tt.typ, obj(tt.in), all, provider.Version{})
			value, marks := got.GetAttr(tt.attr).Unmark()
			if value.IsKnown() {
				t.Fatalf("%s is %#v, want unknown", tt.attr, value)
			}
			causes := resource.MarksOf(marks).Causes
			if len(causes) != 1 || causes[0].What != tt.what || causes[0].Settle == "" {
				t.Errorf("causes are %+v, want one that names %s and says what would settle it", causes, tt.what)
			}
		})
	}
}

func TestOnlyWantedDefaults(t *testing.T) {
	shape := object("storage_encrypted", "bool")
	got, _ := provider.Normalize("aws_db_instance", obj(nil), shape, provider.Version{})
	if want := obj(attrs{"storage_encrypted": cty.False}); !got.RawEquals(want) {
		t.Errorf("got %#v, want %#v", got, want)
	}
}

func object(attr string, shape any) *resource.Shape {
	s, err := resource.ParseShape(map[string]any{attr: shape})
	if err != nil {
		panic(err)
	}
	return s
}

func TestExpand(t *testing.T) {
	tests := map[string]struct {
		wanted resource.Wanted
		typ    string
		paths  []string
	}{
		"old type names":     {resource.Wanted{"aws_lb": object("internal", "bool")}, "aws_alb", []string{"internal"}},
		"inline blocks":      {resource.Wanted{"aws_s3_bucket_versioning": object("bucket", "string")}, "aws_s3_bucket", []string{"versioning.enabled", "versioning.mfa_delete"}},
		"inline grants":      {resource.Wanted{"aws_s3_bucket_acl": object("acl", "string")}, "aws_s3_bucket", []string{"acl", "grant.permissions", "grant.uri"}},
		"inline lists":       {resource.Wanted{"aws_iam_role_policy_attachment": object("policy_arn", "string")}, "aws_iam_role", []string{"managed_policy_arns"}},
		"siblings":           {resource.Wanted{"aws_rds_cluster": object("storage_encrypted", "bool")}, "aws_rds_cluster", []string{"storage_encrypted", "engine_mode", "snapshot_identifier", "restore_to_point_in_time"}},
		"nested siblings":    {resource.Wanted{"aws_instance": object("ebs_block_device", []any{map[string]any{"encrypted": "bool"}})}, "aws_instance", []string{"ebs_block_device.snapshot_id"}},
		"old arguments":      {resource.Wanted{"aws_opensearch_domain": object("engine_version", "string")}, "aws_elasticsearch_domain", []string{"elasticsearch_version", "engine_version"}},
		"blocks that decide": {resource.Wanted{"aws_s3_bucket": object("object_lock_enabled", "bool")}, "aws_s3_bucket", []string{"object_lock_configuration.object_lock_enabled"}},
		"old prefix":         {resource.Wanted{"aws_s3_bucket_lifecycle_configuration": object("rule", []any{map[string]any{"status": "string"}})}, "aws_s3_bucket_lifecycle_configuration", []string{"rule.prefix", "rule.status"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			before := len(tt.wanted)
			got := provider.Expand(tt.wanted)
			for _, path := range tt.paths {
				if !reads(got[tt.typ], path) {
					t.Errorf("%s of %s is not evaluated", path, tt.typ)
				}
			}
			if len(tt.wanted) != before {
				t.Error("Expand changed what it was given")
			}
		})
	}
	kept := provider.Expand(resource.Wanted{"aws_rds_cluster": resource.Merge(object("storage_encrypted", "bool"), object("engine_mode", "string"))})
	if got := kept["aws_rds_cluster"].Attr("engine_mode").Kind; got != resource.String {
		t.Errorf("a declared sibling has kind %s, want it left alone", got)
	}
}

func reads(s *resource.Shape, path string) bool {
	for step := range strings.SplitSeq(path, ".") {
		if s != nil && s.Kind == resource.List {
			s = s.Elem
		}
		s = s.Attr(step)
	}
	return s != nil
}

func TestDefaultOfAReference(t *testing.T) {
	given := func(a attrs) func(string) cty.Value { return func(name string) cty.Value { return a[name] } }
	got, ok := provider.Default("aws_rds_cluster", "storage_encrypted", given(attrs{"engine_mode": str("serverless")}), provider.Version{})
	if !ok || !got.RawEquals(cty.True) {
		t.Errorf("got %#v %v, want true", got, ok)
	}
	for _, attr := range []string{"kms_key_id", "endpoint"} {
		if got, ok := provider.Default("aws_rds_cluster", attr, given(nil), provider.Version{}); ok {
			t.Errorf("%s has a default: %#v", attr, got)
		}
	}
}

func TestTypes(t *testing.T) {
	got := map[string]string{}
	for _, typ := range []string{"aws_alb_listener", "aws_lb", "aws_elasticsearch_domain", "google_storage_bucket"} {
		got[typ] = provider.Type(typ)
	}
	want := map[string]string{
		"aws_alb_listener": "aws_lb_listener", "aws_lb": "aws_lb",
		"aws_elasticsearch_domain": "aws_opensearch_domain", "google_storage_bucket": "google_storage_bucket",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestObservedIsWhatItIs: what was read back from AWS is not overruled by where it came from.
func TestObservedIsWhatItIs(t *testing.T) {
	in := obj(attrs{"replicate_source_db": str("main"), "storage_encrypted": cty.True})
	got, _ := provider.Normalize("aws_db_instance", in, all, provider.Version{Observed: true})
	if v := got.AsValueMap()["storage_encrypted"]; !same(v, cty.True) {
		t.Errorf("storage_encrypted is %#v, want true", v)
	}
}
