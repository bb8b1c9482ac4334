package planjson_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/planjson"
)

var update = flag.Bool("update", false, "write want.txt anew")

// wanted is what the tests read of each type.
var wanted = func() resource.Wanted {
	shapes := map[string]any{
		"aws_backup_selection": map[string]any{"resources": []any{"string"}},
		"aws_cloudtrail":       map[string]any{"event_selector": []any{map[string]any{"read_write_type": "string", "data_resource": []any{map[string]any{"values": []any{"string"}}}}}, "s3_bucket_name": "string", "kms_key_id": "string", "enable_logging": "bool"},
		"aws_db_instance": map[string]any{
			"storage_encrypted": "bool", "publicly_accessible": "bool", "replicate_source_db": "string", "backup_retention_period": "number",
		},
		"aws_lb":          map[string]any{"internal": "bool"},
		"aws_lb_listener": map[string]any{"load_balancer_arn": "string", "protocol": "string"},
		"aws_ebs_volume":  map[string]any{"encrypted": "bool", "kms_key_id": "string"},
		"aws_instance": map[string]any{
			"ebs_block_device":  []any{map[string]any{"device_name": "string", "encrypted": "bool", "kms_key_id": "string"}},
			"root_block_device": []any{map[string]any{"encrypted": "bool", "kms_key_id": "string"}},
			"metadata_options":  []any{map[string]any{"http_endpoint": "string", "http_tokens": "string"}},
		},
		"aws_kms_key":                           map[string]any{"enable_key_rotation": "bool"},
		"aws_s3_bucket":                         map[string]any{"bucket": "string"},
		"aws_s3_bucket_lifecycle_configuration": map[string]any{"bucket": "string"},
		"aws_s3_bucket_logging":                 map[string]any{"bucket": "string", "target_bucket": "string"},
		"aws_s3_bucket_policy":                  map[string]any{"bucket": "string", "policy": "document"},
		"aws_s3_bucket_public_access_block":     map[string]any{"bucket": "string", "block_public_acls": "bool", "ignore_public_acls": "bool"},
		"aws_s3_bucket_versioning":              map[string]any{"bucket": "string", "versioning_configuration": []any{map[string]any{"status": "string"}}},
		"aws_security_group":                    map[string]any{"ingress": []any{map[string]any{"from_port": "number", "protocol": "string", "cidr_blocks": []any{"string"}}}},
	}
	out := resource.Wanted{}
	for typ, shape := range shapes {
		s, err := resource.ParseShape(shape)
		if err != nil {
			panic(err)
		}
		out[typ] = s
	}
	return out
}()

// TestRead reads plans and states that Terraform made of the configurations beside them.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/plans/*/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no plans: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			set, err := planjson.Read(data, planjson.Options{Name: filepath.Base(file), Root: ".", Wanted: wanted})
			if err != nil {
				t.Fatal(err)
			}
			got := dump(set)
			if strings.Contains(got, "correct-horse") {
				t.Error("a password is in the set")
			}
			golden := filepath.Join(filepath.Dir(file), "want.txt")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
