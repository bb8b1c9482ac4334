package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRegionSettings(t *testing.T) {
	for name, c := range map[string]struct {
		operation, answer, typ string
		want                   map[string]any
	}{
		"encryption off":                 {"GetEbsEncryptionByDefault", "<ebsEncryptionByDefault>false</ebsEncryptionByDefault>", "aws_ebs_encryption_by_default", map[string]any{"enabled": false}},
		"encryption not said":            {"GetEbsEncryptionByDefault", "", "aws_ebs_encryption_by_default", map[string]any{"enabled": "unknown: ec2:GetEbsEncryptionByDefault"}},
		"default key of AWS":             {"GetEbsDefaultKmsKeyId", "<kmsKeyId>alias/aws/ebs</kmsKeyId>", "aws_ebs_default_kms_key", map[string]any{"key_arn": "arn:aws:kms:eu-west-1:" + ownAccount + ":alias/aws/ebs"}},
		"default key of another account": {"GetEbsDefaultKmsKeyId", "<kmsKeyId>arn:aws:kms:eu-west-1:210987654321:key/k</kmsKeyId>", "aws_ebs_default_kms_key", map[string]any{"key_arn": "arn:aws:kms:eu-west-1:210987654321:key/k"}},
		"snapshots may be shared":        {"GetSnapshotBlockPublicAccessState", "<state>unblocked</state>", "aws_ebs_snapshot_block_public_access", map[string]any{"state": "unblocked", "id": "eu-west-1"}},
		"images may not":                 {"GetImageBlockPublicAccessState", "<imageBlockPublicAccessState>block-new-sharing</imageBlockPublicAccessState>", "aws_ec2_image_block_public_access", map[string]any{"state": "block-new-sharing"}},
		"metadata defaults": {"GetInstanceMetadataDefaults", "<accountLevel><httpTokens>required</httpTokens><httpPutResponseHopLimit>2</httpPutResponseHopLimit></accountLevel>", "aws_ec2_instance_metadata_defaults", map[string]any{
			"http_tokens": "required", "http_endpoint": "no-preference", "http_put_response_hop_limit": 2, "instance_metadata_tags": "no-preference",
		}},
		"no metadata defaults": {"GetInstanceMetadataDefaults", "", "aws_ec2_instance_metadata_defaults", map[string]any{
			"http_tokens": "no-preference", "http_endpoint": "no-preference", "http_put_response_hop_limit": -1, "instance_metadata_tags": "no-preference",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			set := (&fake{answers: answers{c.operation: c.answer}}).audit(t, []string{c.typ})
			holds(t, set.one(t, c.typ, "eu-west-1"), c.want)
		})
	}
}

func TestRegionSettingsUnanswered(t *testing.T) {
	types := []string{
		"aws_ebs_default_kms_key", "aws_ebs_encryption_by_default", "aws_ebs_snapshot_block_public_access", "aws_ec2_image_block_public_access", "aws_ec2_instance_metadata_defaults",
	}
	set := (&fake{answers: answers{"GetEbsEncryptionByDefault": "error UnauthorizedOperation"}}).audit(t, types)
	if len(set.Resources) != 0 {
		t.Errorf("resources were made of failures: %v", set.Resources)
	}
	want := []string{
		"eu-west-1 ec2:GetEbsDefaultKmsKeyId: " + types[0], "eu-west-1 ec2:GetEbsEncryptionByDefault: " + types[1], "eu-west-1 ec2:GetImageBlockPublicAccessState: " + types[3],
		"eu-west-1 ec2:GetInstanceMetadataDefaults: " + types[4], "eu-west-1 ec2:GetSnapshotBlockPublicAccessState: " + types[2],
	}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error(diff)
	}
}
