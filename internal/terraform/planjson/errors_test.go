package planjson_test

import (
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/planjson"
)

func TestRefuses(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"nothing":              {"", "is empty"},
		"binary plan":          {"PK\x03\x04rest", "own format"},
		"text":                 {"hello", "not a JSON object"},
		"list":                 {"[1]", "not a JSON object"},
		"cut off":              {`{"format_version":"1.2","planned_values":{"root_mod`, "cut off"},
		"another document":     {`{"a":1}`, "no format_version"},
		"state file":           {`{"version":4,"serial":7,"lineage":"x","resources":[]}`, "is a state file"},
		"log":                  {`{"@level":"info","@message":"x"}`, "log in JSON"},
		"log of many lines":    {"{\"@level\":\"info\"}\n{\"@level\":\"info\"}", "not JSON"},
		"provider schema":      {`{"format_version":"1.0","provider_schemas":{}}`, "neither a plan nor a state"},
		"validation":           {`{"format_version":"1.0","valid":true}`, "neither a plan nor a state"},
		"format of the future": {`{"format_version":"2.0","planned_values":{}}`, "does not know"},
		"wrong type":           {`{"format_version":"1.2","planned_values":"s3cret"}`, "does not have the type"},
		"wrong type inside":    {`{"format_version":"1.2","configuration":{"root_module":{"resources":12345}}}`, "does not have the type"},
		"deep":                 {strings.Repeat(`{"a":`, 20000), "not JSON"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := planjson.Read([]byte(tt.in), planjson.Options{Name: "plan.json"})
			if err == nil {
				t.Fatal("no error")
			}
			if got := err.Error(); !strings.HasPrefix(got, "plan.json: ") || !strings.Contains(got, tt.want) {
				t.Errorf("error is %q, want it to name the file and say %q", got, tt.want)
			}
			if strings.Contains(err.Error(), "s3cret") || strings.Contains(err.Error(), "12345") {
				t.Errorf("the error repeats a value: %q", err)
			}
		})
	}
}

// change is a plan of one change.
func change(fields string) string {
	return `{"format_version":"1.2","resource_changes":[` + fields + `]}`
}

const volume = `"address":"aws_ebs_volume.v","mode":"managed","type":"aws_ebs_volume","name":"v"`

// bucket is a bucket as the provider writes it into a state: with its own view of versioning.
const bucket = `{"address":"aws_s3_bucket.b","mode":"managed","type":"aws_s3_bucket","name":"b",
	"values":{"bucket":"records","versioning":[{"enabled":false,"mfa_delete":false}],"policy":"","grant":[]}}`

func TestReadsWhatItCan(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"empty state":     {`{"format_version":"1.0"}`, ""},
		"empty plan":      {`{"format_version":"0.1","planned_values":{"root_module":{}}}`, ""},
		"byte order mark": {"\xef\xbb\xbf" + `{"format_version":"1.0"}`, ""},
		"known": {
			change(`{` + volume + `,"change":{"actions":["create"],"after":{"encrypted":true}}}`),
			"aws_ebs_volume.v (plan, account 1, region \"\")\n  encrypted = true\n",
		},
		"without configuration nothing tells an omitted value from another": {
			change(`{` + volume + `,"change":{"actions":["create"],"after":{},"after_unknown":{"encrypted":true}}}`),
			"aws_ebs_volume.v (plan, account 1, region \"\")\n  encrypted = (unknown: aws_ebs_volume.v.encrypted known only after apply)\n",
		},
		"deposed, deleted, forgotten, data": {
			change(`{` + volume + `,"deposed":"abc","change":{"actions":["delete"]}},
				{"address":"aws_ebs_volume.w","mode":"managed","type":"aws_ebs_volume","name":"w","change":{"actions":["delete"]}},
				{"address":"aws_ebs_volume.x","mode":"managed","type":"aws_ebs_volume","name":"x","change":{"actions":["forget"]}},
				{"address":"data.aws_ebs_volume.y","mode":"data","type":"aws_ebs_volume","name":"y","change":{"actions":["read"],"after":{}}}`),
			"",
		},
		"replaced": {
			change(`{` + volume + `,"change":{"actions":["create","forget"],"after":{"encrypted":true}}}`),
			"aws_ebs_volume.v (plan, account 1, region \"\")\n  encrypted = true\n",
		},
		"one broken entry": {
			change(`{"address":"aws_ebs_volume.w","mode":5},{` + volume + `,"change":{"actions":["create"],"after":{"encrypted":true}}}`),
			"aws_ebs_volume.v (plan, account 1, region \"\")\n  encrypted = true\n" +
				"gap aws_ebs_volume.w: its entry in plan.json does not have the form that Terraform writes\n",
		},
		"an entry that is no resource": {
			change(`7,{"address":"x","mode":"managed","type":"aws_ebs_volume","name":"v","change":{"actions":["create"],"after":{}}}`),
			"gap a resource: its entry in plan.json does not have the form that Terraform writes\n" +
				"gap x: its entry in plan.json does not have the form that Terraform writes\n",
		},
		"numbers out of range": {
			change(`{"address":"aws_db_instance.d","mode":"managed","type":"aws_db_instance","name":"d","change":{"actions":["create"],
				"after":{"backup_retention_period":1e999999999,"storage_encrypted":true,"publicly_accessible":false}}}`),
			"aws_db_instance.d (plan, account 1, region \"\")\n" +
				"  backup_retention_period = (unknown: aws_db_instance.d.backup_retention_period the number is out of range)\n" +
				"  publicly_accessible = false\n  storage_encrypted = true\n",
		},
		"numbers that are too long": {
			change(`{` + volume + `,"change":{"actions":["create"],"after":{"encrypted":` + strings.Repeat("1", 100) + `}}}`),
			"aws_ebs_volume.v (plan, account 1, region \"\")\n  encrypted = (unknown: aws_ebs_volume.v.encrypted the number is out of range)\n",
		},
		"a local value may hold anything": {
			`{"format_version":"1.2","resource_changes":[{` + volume + `,"change":{"actions":["create"],"after":{"encrypted":true},"after_unknown":{"kms_key_id":true}}}],
				"configuration":{"root_module":{"resources":[{"address":"aws_ebs_volume.v","mode":"managed","expressions":{
					"encrypted":{"constant_value":true},"kms_key_id":{"references":["local.key","aws_kms_key.k.arn","aws_kms_key.k"]}}}]}}}`,
			"aws_ebs_volume.v (plan, account 1, region \"\")\n  encrypted = true\n  kms_key_id = (unknown: aws_ebs_volume.v.kms_key_id known only after apply)\n",
		},
		"planned without a change": {
			`{"format_version":"1.2","planned_values":{"root_module":{"resources":[{` + volume + `,"values":{"kms_key_id":null}}]}}}`,
			"aws_ebs_volume.v (plan, account 1, region \"\")\n" +
				"  encrypted = (unknown: aws_ebs_volume.v.encrypted known only after apply)\n" +
				"  kms_key_id = (unknown: aws_ebs_volume.v.snapshot_id known only after apply)\n" +
				"  snapshot_id = (unknown: aws_ebs_volume.v.snapshot_id known only after apply)\n" +
				"  tags = (unknown: aws_ebs_volume.v.tags known only after apply)\n" +
				"  tags_all = (unknown: aws_ebs_volume.v.tags known only after apply)\n",
		},
		"deposed in a state": {
			`{"format_version":"1.0","values":{"root_module":{"resources":[{` + volume + `,"deposed_key":"a","values":{}}]}}}`, "",
		},
		"the provider's empty strings are unset": {
			`{"format_version":"1.0","values":{"root_module":{"resources":[{` + volume + `,"values":{"encrypted":false,"kms_key_id":""}}]}}}`,
			"aws_ebs_volume.v (state, account 1, region \"\")\n  encrypted = false\n",
		},
		"what the provider read into an old block": {
			`{"format_version":"1.0","values":{"root_module":{"resources":[` + bucket + `]}}}`,
			"aws_s3_bucket.b (state, account 1, region \"\")\n  bucket = \"records\"\n" +
				"aws_s3_bucket_versioning.b.versioning[0] in aws_s3_bucket.b (state, account 1, region \"\")\n" +
				"  bucket = \"records\" from aws_s3_bucket.b.id\n" +
				"  versioning_configuration = [{mfa_delete: \"Disabled\", status: \"Suspended\"}]\n",
		},
		"what a resource of its own configures counts": {
			`{"format_version":"1.0","values":{"root_module":{"resources":[` + bucket + `,{"address":"aws_s3_bucket_versioning.v","mode":"managed",
				"type":"aws_s3_bucket_versioning","name":"v","values":{"bucket":"records","versioning_configuration":[{"status":"Enabled"}]}}]}}}`,
			"aws_s3_bucket.b (state, account 1, region \"\")\n  bucket = \"records\"\n" +
				"aws_s3_bucket_versioning.v (state, account 1, region \"\")\n  bucket = \"records\"\n" +
				"  versioning_configuration = [{status: \"Enabled\"}]\n",
		},
		"a new bucket as the provider plans it": {
			`{"format_version":"1.2","resource_changes":[{"address":"aws_s3_bucket.b","mode":"managed","type":"aws_s3_bucket","name":"b","change":{"actions":["create"],
				"after":{"bucket":"records","tags":null,"tags_all":{"Owner":"records"}},
				"after_unknown":{"acl":true,"arn":true,"grant":true,"id":true,"lifecycle_rule":true,"logging":true,"policy":true,"region":true,
					"server_side_encryption_configuration":true,"tags_all":{},"versioning":true},"before_sensitive":false,"after_sensitive":{"versioning":[]}}}],
				"configuration":{"root_module":{"resources":[{"address":"aws_s3_bucket.b","mode":"managed","expressions":{"bucket":{"constant_value":"records"}}}]}}}`,
			"aws_s3_bucket.b (plan, account 1, region \"\")\n  bucket = \"records\"\n  tags_all = {Owner: \"records\"}\n",
		},
		"ended in an error": {
			`{"format_version":"1.2","planned_values":{"root_module":{}},"errored":true}`,
			"gap plan.json: the plan ended in an error, so that resources may be missing\n",
		},
		"targeted": {
			`{"format_version":"1.2","planned_values":{"root_module":{}},"complete":false}`,
			"gap plan.json: the plan does not cover the whole configuration (a target was given, or changes were deferred)\n",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			set, err := planjson.Read([]byte(tt.in), planjson.Options{Name: "plan.json", Root: ".", Wanted: wanted})
			if err != nil {
				t.Fatal(err)
			}
			if got := dump(set); got != tt.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, tt.want)
			}
		})
	}
}

// TestDigests: of user data the provider's version 5 keeps a digest, which says nothing of what it holds.
func TestDigests(t *testing.T) {
	shape, err := resource.ParseShape(map[string]any{"user_data": "examined"})
	if err != nil {
		t.Fatal(err)
	}
	for text, known := range map[string]bool{"da39a3ee5e6b4b0d3255bfef95601890afd80709": false, "#!/bin/sh": true} {
		doc := `{"format_version":"1.0","values":{"root_module":{"resources":[{"address":"aws_instance.a","mode":"managed","type":"aws_instance","name":"a","values":{"user_data":"` + text + `"}}]}}}`
		set, err := planjson.Read([]byte(doc), planjson.Options{Name: "s.json", Wanted: resource.Wanted{"aws_instance": shape}})
		if err != nil {
			t.Fatal(err)
		}
		if v, _ := set.Resources[0].Values.GetAttr("user_data").Unmark(); v.IsKnown() != known {
			t.Errorf("%s: %#v", text, v)
		}
	}
}
