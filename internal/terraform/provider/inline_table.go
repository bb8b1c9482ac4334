package provider

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// inlines are the deprecated arguments and blocks that have become resources.
var inlines = []inline{
	{holder: "aws_s3_bucket", typ: "aws_s3_bucket_acl", target: "bucket", doc: page("s3_bucket"), fields: []field{
		{now: "acl", old: "acl", kind: resource.String},
		{now: "access_control_policy", fields: []field{
			{now: "grant", old: "grant", split: &field{now: "permission", old: "permissions", kind: resource.String}, fields: []field{
				{now: "grantee", fields: []field{
					{now: "id", old: "id", kind: resource.String},
					{now: "type", old: "type", kind: resource.String},
					{now: "uri", old: "uri", kind: resource.String},
				}},
			}},
		}},
	}},
	{holder: "aws_s3_bucket", typ: "aws_s3_bucket_policy", target: "bucket", doc: page("s3_bucket"), fields: []field{
		{now: "policy", old: "policy", kind: resource.Document},
	}},
	{holder: "aws_s3_bucket", typ: "aws_s3_bucket_versioning", target: "bucket", doc: page("s3_bucket"), fields: []field{
		{now: "versioning_configuration", old: "versioning", fields: []field{
			{now: "status", old: "enabled", kind: resource.Bool, convert: state("Enabled", "Suspended"), missing: cty.StringVal("Suspended")},
			{now: "mfa_delete", old: "mfa_delete", kind: resource.Bool, convert: state("Enabled", "Disabled"), missing: cty.StringVal("Disabled")},
		}},
	}},
	{holder: "aws_s3_bucket", typ: "aws_s3_bucket_logging", target: "bucket", block: "logging", doc: page("s3_bucket"), fields: []field{
		{now: "target_bucket", old: "target_bucket", kind: resource.String},
		{now: "target_prefix", old: "target_prefix", kind: resource.String},
	}},
	{
		holder: "aws_s3_bucket", typ: "aws_s3_bucket_server_side_encryption_configuration", target: "bucket",
		block: "server_side_encryption_configuration", doc: page("s3_bucket"), fields: []field{
			{now: "rule", old: "rule", fields: []field{
				{now: "bucket_key_enabled", old: "bucket_key_enabled", kind: resource.Bool},
				{now: "apply_server_side_encryption_by_default", old: "apply_server_side_encryption_by_default", fields: []field{
					{now: "kms_master_key_id", old: "kms_master_key_id", kind: resource.String},
					{now: "sse_algorithm", old: "sse_algorithm", kind: resource.String},
				}},
			}},
		},
	},
	{
		holder: "aws_s3_bucket", typ: "aws_s3_bucket_object_lock_configuration", target: "bucket",
		block: "object_lock_configuration", doc: page("s3_bucket"), fields: []field{
			{now: "object_lock_enabled", old: "object_lock_enabled", kind: resource.String},
			{now: "rule", old: "rule", fields: []field{
				{now: "default_retention", old: "default_retention", fields: []field{
					{now: "days", old: "days", kind: resource.Number},
					{now: "mode", old: "mode", kind: resource.String},
					{now: "years", old: "years", kind: resource.Number},
				}},
			}},
		},
	},
	{holder: "aws_s3_bucket", typ: "aws_s3_bucket_lifecycle_configuration", target: "bucket", doc: page("s3_bucket"), fields: []field{
		{now: "rule", old: "lifecycle_rule", fields: lifecycle},
	}},
	{holder: "aws_iam_role", typ: "aws_iam_role_policy", target: "role", block: "inline_policy", each: true, doc: page("iam_role"), fields: []field{
		{now: "name", old: "name", kind: resource.String},
		{now: "policy", old: "policy", kind: resource.Document},
	}},
	{holder: "aws_iam_role", typ: "aws_iam_role_policy_attachment", target: "role", block: "managed_policy_arns", each: true, doc: page("iam_role"), fields: []field{
		{now: "policy_arn", kind: resource.String},
	}},
	// Removed in version 6: docs/guides/version-6-upgrade.
	{holder: "aws_redshift_cluster", typ: "aws_redshift_logging", target: "cluster_identifier", block: "logging", switched: "enable", doc: docs + "guides/version-6-upgrade.html.markdown", fields: []field{
		{now: "bucket_name", old: "bucket_name", kind: resource.String},
		{now: "log_destination_type", old: "log_destination_type", kind: resource.String},
		{now: "log_exports", old: "log_exports", kind: resource.Any},
		{now: "s3_key_prefix", old: "s3_key_prefix", kind: resource.String},
	}},
	// Removed in version 5: docs/guides/version-5-upgrade.
	{holder: "aws_secretsmanager_secret", typ: "aws_secretsmanager_secret_rotation", target: "secret_id", doc: docs + "guides/version-5-upgrade.html.markdown", fields: []field{
		{now: "rotation_lambda_arn", old: "rotation_lambda_arn", kind: resource.String},
		{now: "rotation_rules", old: "rotation_rules", fields: []field{
			{now: "automatically_after_days", old: "automatically_after_days", kind: resource.Number},
		}},
	}},
}

// lifecycle are the members of aws_s3_bucket's lifecycle_rule.
var lifecycle = []field{
	{now: "id", old: "id", kind: resource.String},
	{now: "status", old: "enabled", kind: resource.Bool, convert: state("Enabled", "Disabled"), missing: cty.StringVal("Disabled")},
	{now: "filter", fields: []field{
		{now: "prefix", old: "prefix", kind: resource.String},
		{now: "and", fields: []field{{now: "tags", old: "tags", kind: resource.Any}}},
	}},
	{now: "abort_incomplete_multipart_upload", fields: []field{
		{now: "days_after_initiation", old: "abort_incomplete_multipart_upload_days", kind: resource.Number},
	}},
	{now: "expiration", old: "expiration", fields: []field{
		{now: "date", old: "date", kind: resource.String},
		{now: "days", old: "days", kind: resource.Number},
		{now: "expired_object_delete_marker", old: "expired_object_delete_marker", kind: resource.Bool},
	}},
	{now: "transition", old: "transition", fields: []field{
		{now: "date", old: "date", kind: resource.String},
		{now: "days", old: "days", kind: resource.Number},
		{now: "storage_class", old: "storage_class", kind: resource.String},
	}},
	{now: "noncurrent_version_expiration", old: "noncurrent_version_expiration", fields: []field{
		{now: "noncurrent_days", old: "days", kind: resource.Number},
	}},
	{now: "noncurrent_version_transition", old: "noncurrent_version_transition", fields: []field{
		{now: "noncurrent_days", old: "days", kind: resource.Number},
		{now: "storage_class", old: "storage_class", kind: resource.String},
	}},
}

// state turns a boolean into the two words that replaced it.
func state(on, off string) func(cty.Value) cty.Value {
	return func(v cty.Value) cty.Value {
		return mapped(v, cty.String, func(v cty.Value) (cty.Value, bool) {
			value, ok := truth(v)
			if !ok {
				return cty.NilVal, false
			}
			if value {
				return cty.StringVal(on), true
			}
			return cty.StringVal(off), true
		})
	}
}
