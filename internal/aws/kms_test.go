package aws_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/resource"
)

var kmsTypes = []string{"aws_kms_alias", "aws_kms_external_key", "aws_kms_key", "aws_kms_replica_key"}

func TestKeys(t *testing.T) {
	url := startMoto(t)
	environment(t)
	c := kms.NewFromConfig(seeder(url, ownAccount, "eu-west-1"))
	create := func(in kms.CreateKeyInput) string {
		t.Helper()
		in.Policy = sdk.String(trusting)
		out, err := c.CreateKey(t.Context(), &in)
		if err != nil {
			t.Fatal(err)
		}
		return *out.KeyMetadata.KeyId
	}
	check := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	rotating := create(kms.CreateKeyInput{Tags: []types.Tag{{TagKey: sdk.String("Team"), TagValue: sdk.String("ward")}}})
	check(c.EnableKeyRotation(t.Context(), &kms.EnableKeyRotationInput{KeyId: &rotating}))
	check(c.CreateAlias(t.Context(), &kms.CreateAliasInput{AliasName: sdk.String("alias/records"), TargetKeyId: &rotating}))
	signing := create(kms.CreateKeyInput{KeySpec: types.KeySpecRsa2048, KeyUsage: types.KeyUsageTypeSignVerify})
	imported := create(kms.CreateKeyInput{Origin: types.OriginTypeExternal})
	leaving := create(kms.CreateKeyInput{})
	check(c.ScheduleKeyDeletion(t.Context(), &kms.ScheduleKeyDeletionInput{KeyId: &leaving}))
	primary := create(kms.CreateKeyInput{MultiRegion: sdk.Bool(true)})
	check(c.ReplicateKey(t.Context(), &kms.ReplicateKeyInput{KeyId: &primary, ReplicaRegion: sdk.String("us-east-1")}))

	seen := auditMoto(t, url, kmsTypes, "eu-west-1", "us-east-1")
	// The emulator does not always know the primary from its replica.
	seen.Resources = slices.DeleteFunc(seen.Resources, func(r *resource.Resource) bool {
		return strings.HasPrefix(r.Address.Name, "alias/aws/") || r.Address.Name == primary && r.Scope.Region == "eu-west-1"
	})
	arn := "arn:aws:kms:eu-west-1:123456789012:"
	seen.check(t, map[string]map[string]any{
		"aws_kms_key " + rotating: {
			"id": rotating, "key_id": rotating, "arn": arn + "key/" + rotating, "region": "eu-west-1", "policy": trusting, "enable_key_rotation": true, "is_enabled": true,
			"customer_master_key_spec": "SYMMETRIC_DEFAULT", "custom_key_store_id": nil, "tags_all": map[string]any{"Team": "ward"},
		},
		"aws_kms_key " + signing:           {"enable_key_rotation": false, "customer_master_key_spec": "RSA_2048", "tags_all": map[string]any{}},
		"aws_kms_key " + leaving:           {"enable_key_rotation": "unknown: kms:GetKeyRotationStatus", "is_enabled": false, "policy": trusting},
		"aws_kms_external_key " + imported: {"id": imported, "arn": arn + "key/" + imported, "policy": trusting, "valid_to": nil},
		"aws_kms_replica_key " + primary:   {"id": primary, "primary_key_arn": arn + "key/" + primary, "key_rotation_enabled": false, "policy": trusting},
		"aws_kms_alias alias/records": {
			"name": "alias/records", "arn": arn + "alias/records", "target_key_id": rotating, "target_key_arn": arn + "key/" + rotating,
		},
	})
	if len(seen.Gaps) > 0 {
		t.Errorf("gaps: %v", seen.gaps())
	}
}

// keyring answers as KMS does for keys a to d, on two pages. b belongs to AWS by its
// alias, c by what describes it.
func keyring() answers {
	describe := func(in ask) string {
		id, manager := in.Get("KeyId"), "CUSTOMER"
		if id == "c" {
			manager = "AWS"
		}
		return fmt.Sprintf(`{"KeyMetadata":{"KeyId":%[1]q,"Arn":"arn:aws:kms:eu-west-1:123456789012:key/%[1]s","KeyManager":%[2]q,"KeyState":"Enabled","Enabled":true,
			"KeySpec":"SYMMETRIC_DEFAULT","KeyUsage":"ENCRYPT_DECRYPT","Origin":"AWS_KMS","MultiRegion":false}}`, id, manager)
	}
	return answers{
		"ListAliases": `{"Aliases":[{"AliasName":"alias/aws/ebs","TargetKeyId":"b"},{"AliasName":"alias/aws/rds"}],"Truncated":false}`,
		"ListKeys": func(in ask) string {
			if in.Get("Marker") != "" {
				return `{"Keys":[{"KeyId":"c"},{"KeyId":"d"}],"Truncated":false}`
			}
			return `{"Keys":[{"KeyId":"a","KeyArn":"arn:aws:kms:eu-west-1:123456789012:key/a"},{"KeyId":"b"}],"Truncated":true,"NextMarker":"more"}`
		},
		"DescribeKey":          describe,
		"GetKeyRotationStatus": `{"KeyRotationEnabled":true}`,
		"GetKeyPolicy":         `{"Policy":"{}"}`,
		"ListResourceTags":     `{"Tags":[],"Truncated":false}`,
	}
}

// TestKeyKinds shows as what keys are read that the emulator does not know well.
func TestKeyKinds(t *testing.T) {
	const arn = "arn:aws:kms:eu-west-1:123456789012:key/a"
	tests := map[string]struct {
		metadata, typ string
		want          map[string]any
		rotation      bool
	}{
		"primary": {
			`"Origin":"AWS_KMS","KeySpec":"SYMMETRIC_DEFAULT","MultiRegion":true,"MultiRegionConfiguration":{"MultiRegionKeyType":"PRIMARY","PrimaryKey":{"Arn":"` + arn + `"}}`,
			"aws_kms_key",
			map[string]any{"multi_region": true, "enable_key_rotation": true},
			true,
		},
		"replica": {
			`"Origin":"AWS_KMS","KeySpec":"SYMMETRIC_DEFAULT","MultiRegion":true,"MultiRegionConfiguration":{"MultiRegionKeyType":"REPLICA","PrimaryKey":{"Arn":"elsewhere"}}`,
			"aws_kms_replica_key",
			map[string]any{"primary_key_arn": "elsewhere", "key_rotation_enabled": true},
			true,
		},
		"imported replica": {
			`"Origin":"EXTERNAL","KeySpec":"SYMMETRIC_DEFAULT","MultiRegion":true,"MultiRegionConfiguration":{"MultiRegionKeyType":"REPLICA"}`,
			"aws_kms_replica_key",
			map[string]any{"primary_key_arn": "unknown: kms:DescribeKey", "key_rotation_enabled": false},
			false,
		},
		"imported that expires": {
			`"Origin":"EXTERNAL","KeySpec":"SYMMETRIC_DEFAULT","MultiRegion":false,"KeyState":"Enabled","ExpirationModel":"KEY_MATERIAL_EXPIRES","ValidTo":1767225600`,
			"aws_kms_external_key",
			map[string]any{"valid_to": "2026-01-01T00:00:00Z", "expiration_model": "KEY_MATERIAL_EXPIRES", "key_state": "Enabled", "enable_key_rotation": nil},
			false,
		},
		"in a store outside": {
			`"Origin":"EXTERNAL_KEY_STORE","KeySpec":"SYMMETRIC_DEFAULT","CustomKeyStoreId":"cks-1","XksKeyConfiguration":{"Id":"bb8562717f809024"}`,
			"aws_kms_key",
			map[string]any{"custom_key_store_id": "cks-1", "xks_key_id": "bb8562717f809024", "enable_key_rotation": false, "multi_region": "unknown: kms:DescribeKey"},
			false,
		},
		"about to be deleted after its replicas": {
			`"Origin":"AWS_KMS","KeySpec":"SYMMETRIC_DEFAULT","KeyState":"PendingReplicaDeletion"`,
			"aws_kms_key",
			map[string]any{"enable_key_rotation": "unknown: kms:GetKeyRotationStatus", "is_enabled": false},
			false,
		},
		"silent": {
			`"KeyManager":"CUSTOMER"`,
			"aws_kms_key",
			map[string]any{"enable_key_rotation": true, "customer_master_key_spec": "unknown: kms:DescribeKey", "custom_key_store_id": nil},
			true,
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := &fake{answers: keyring()}
			f.answers["ListKeys"] = `{"Keys":[{"KeyId":"a"}]}`
			f.answers["DescribeKey"] = func(ask) string {
				return `{"KeyMetadata":{"KeyId":"a","Arn":"` + arn + `",` + tt.metadata + `}}`
			}
			set := f.audit(t, kmsTypes[1:])
			got := set.values()[tt.typ+" a"]
			if got == nil || len(set.Resources) != 1 || len(set.Gaps) > 0 {
				t.Fatalf("%v %v", set.values(), set.gaps())
			}
			for attribute, v := range tt.want {
				if diff := cmp.Diff(v, got[attribute], loosely); diff != "" {
					t.Errorf("%s: %s", attribute, diff)
				}
			}
			if tt.rotation != (f.calls["GetKeyRotationStatus"] == 1) {
				t.Errorf("the rotation was asked for %d times", f.calls["GetKeyRotationStatus"])
			}
		})
	}
}

// TestKeyDenied shows that what is denied for one key is unknown for that key alone.
func TestKeyDenied(t *testing.T) {
	key := func(id string) map[string]any {
		return map[string]any{
			"id": id, "key_id": id, "arn": "arn:aws:kms:eu-west-1:123456789012:key/" + id, "region": "eu-west-1", "description": nil, "key_usage": "ENCRYPT_DECRYPT",
			"is_enabled": true, "customer_master_key_spec": "SYMMETRIC_DEFAULT", "multi_region": false, "custom_key_store_id": nil, "xks_key_id": nil,
			"enable_key_rotation": true, "policy": "{}", "tags_all": map[string]any{},
		}
	}
	with := func(id, attribute string, v any) map[string]any {
		out := key(id)
		out[attribute] = v
		return out
	}
	tests := map[string]struct {
		operation, code string
		a               map[string]any
		gaps            []string
	}{
		"nothing":     {"", "", key("a"), []string{}},
		"policy":      {"GetKeyPolicy", "AccessDeniedException", with("a", "policy", "unknown: kms:GetKeyPolicy"), []string{"eu-west-1 kms:GetKeyPolicy of a: settled"}},
		"tags":        {"ListResourceTags", "AccessDeniedException", with("a", "tags_all", "unknown: kms:ListResourceTags"), []string{"eu-west-1 kms:ListResourceTags of a: settled"}},
		"rotation":    {"GetKeyRotationStatus", "AccessDeniedException", with("a", "enable_key_rotation", "unknown: kms:GetKeyRotationStatus"), []string{"eu-west-1 kms:GetKeyRotationStatus of a: settled"}},
		"no rotation": {"GetKeyRotationStatus", "UnsupportedOperationException", with("a", "enable_key_rotation", false), []string{}},
		"gone":        {"DescribeKey", "NotFoundException", nil, []string{}},
		"description": {"DescribeKey", "AccessDeniedException", map[string]any{
			"id": "a", "key_id": "a", "arn": "arn:aws:kms:eu-west-1:123456789012:key/a", "region": "eu-west-1", "unread": "kms:DescribeKey", "maybe": "kms:DescribeKey",
		}, []string{"eu-west-1 kms:DescribeKey of a: settled"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := &fake{answers: keyring()}
			if answer := f.answers[tt.operation]; answer != nil {
				f.answers[tt.operation] = func(in ask) string {
					if in.Get("KeyId") == "a" {
						return "error " + tt.code
					}
					return said(answer, in)
				}
			}
			set := f.audit(t, []string{"aws_kms_key"})
			want := map[string]map[string]any{"aws_kms_key d": key("d")}
			if tt.a != nil {
				want["aws_kms_key a"] = tt.a
			}
			if diff := cmp.Diff(want, set.values(), loosely); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.gaps, set.gaps()); diff != "" {
				t.Error(diff)
			}
			if f.calls["DescribeKey"] != 3 {
				t.Errorf("%d keys were described, not a, c and d", f.calls["DescribeKey"])
			}
		})
	}
}

func TestKeysNotListed(t *testing.T) {
	f := &fake{answers: keyring()}
	delete(f.answers, "ListAliases")
	delete(f.answers, "GetKeyRotationStatus")
	list := f.answers["ListKeys"]
	f.answers["ListKeys"] = func(in ask) string {
		if in.n > 0 {
			return "error AccessDeniedException"
		}
		return said(list, in)
	}
	set := f.audit(t, []string{"aws_kms_key", "aws_kms_alias"})
	want := []string{
		"eu-west-1 kms:GetKeyRotationStatus of a: settled", "eu-west-1 kms:GetKeyRotationStatus of b: settled",
		"eu-west-1 kms:ListAliases: aws_kms_alias", "eu-west-1 kms:ListKeys: aws_kms_external_key aws_kms_key aws_kms_replica_key",
	}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error(diff)
	}
	if len(set.Resources) != 2 {
		t.Errorf("the first page is not there: %v", set.values())
	}
}
