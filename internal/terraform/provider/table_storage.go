package provider

import "github.com/zclconf/go-cty/cty"

// storage are the defaults of S3, EBS, EFS, AWS Backup and Transfer Family.
var storage = []entry{
	{"aws_s3_access_point", "public_access_block_configuration.block_public_acls", yes, page("s3_access_point")},
	{"aws_s3_access_point", "public_access_block_configuration.block_public_policy", yes, page("s3_access_point")},
	{"aws_s3_access_point", "public_access_block_configuration.ignore_public_acls", yes, page("s3_access_point")},
	{"aws_s3_access_point", "public_access_block_configuration.restrict_public_buckets", yes, page("s3_access_point")},
	{"aws_s3_account_public_access_block", "block_public_acls", no, page("s3_account_public_access_block")},
	{"aws_s3_account_public_access_block", "block_public_policy", no, page("s3_account_public_access_block")},
	{"aws_s3_account_public_access_block", "ignore_public_acls", no, page("s3_account_public_access_block")},
	{"aws_s3_account_public_access_block", "restrict_public_buckets", no, page("s3_account_public_access_block")},
	{"aws_s3_bucket", "object_lock_enabled", no, page("s3_bucket")},
	{"aws_s3_bucket_object_lock_configuration", "object_lock_enabled", word("Enabled"), page("s3_bucket_object_lock_configuration")},
	{"aws_s3_bucket_public_access_block", "block_public_acls", no, page("s3_bucket_public_access_block")},
	{"aws_s3_bucket_public_access_block", "block_public_policy", no, page("s3_bucket_public_access_block")},
	{"aws_s3_bucket_public_access_block", "ignore_public_acls", no, page("s3_bucket_public_access_block")},
	{"aws_s3_bucket_public_access_block", "restrict_public_buckets", no, page("s3_bucket_public_access_block")},

	// The account's default encryption (aws_ebs_encryption_by_default) can change
	// what an omitted argument means. It is a resource of its own, and whether it is
	// on is for a policy to ask.
	{"aws_ebs_encryption_by_default", "enabled", yes, page("ebs_encryption_by_default")},
	{"aws_ebs_volume", "encrypted", inherited("encrypted", cty.False, "snapshot_id"), "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html"},
	{"aws_ebs_volume", "kms_key_id", inherited("kms_key_id", cty.NilVal, "snapshot_id"), "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html"},

	{"aws_backup_plan", "rule.schedule", word("cron(0 5 ? * * *)"), "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html"},
	{"aws_transfer_server", "endpoint_type", word("PUBLIC"), page("transfer_server")},
	{"aws_transfer_server", "protocols", always(cty.SetVal([]cty.Value{cty.StringVal("SFTP")})), page("transfer_server")},
	{"aws_transfer_server", "security_policy_name", word("TransferSecurityPolicy-2018-11"), page("transfer_server")},

	{"aws_efs_file_system", "encrypted", no, "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html"},
}
