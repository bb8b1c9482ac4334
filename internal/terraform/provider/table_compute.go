package provider

import "github.com/zclconf/go-cty/cty"

// imds is the launch configuration's API, since the provider's page is silent.
const imds = "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMetadataOptions.html"

// compute are the defaults of EC2 instances and what launches them.
//
// Only blocks that are written get defaults. An instance without root_block_device
// has the disk that its image describes, and one without metadata_options has what
// the image and the account's defaults say: no block is invented for either, and a
// policy sees that nothing was declared. The same holds for http_tokens in a written
// block of aws_instance, for which version 6 of the provider no longer documents a default:
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsRequest.html
var compute = []entry{
	{"aws_ami", "ebs_block_device.encrypted", inherited("encrypted", cty.False, "snapshot_id"), page("ami")},
	{"aws_ami_copy", "encrypted", no, page("ami_copy")},

	{"aws_autoscaling_group", "health_check_type", word("EC2"), "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html"},

	{"aws_dlm_lifecycle_policy", "policy_details.policy_type", word("EBS_SNAPSHOT_MANAGEMENT"), page("dlm_lifecycle_policy")},
	{"aws_dlm_lifecycle_policy", "state", word("ENABLED"), page("dlm_lifecycle_policy")},

	{"aws_instance", "ebs_block_device.encrypted", inherited("encrypted", cty.False, "snapshot_id"), page("instance")},
	{"aws_instance", "ebs_block_device.kms_key_id", inherited("kms_key_id", cty.NilVal, "snapshot_id"), page("instance")},
	{"aws_instance", "metadata_options.http_endpoint", enabled, page("instance")},
	{"aws_instance", "metadata_options.http_tokens", since(6, cty.StringVal("optional"), cty.NilVal), page("instance")},
	{"aws_instance", "root_block_device.encrypted", no, page("instance")},

	{"aws_lambda_function", "package_type", word("Zip"), page("lambda_function")},
	{"aws_lambda_function", "reserved_concurrent_executions", number(-1), page("lambda_function")},

	{"aws_launch_configuration", "ebs_block_device.encrypted", inherited("encrypted", cty.False, "snapshot_id"), page("launch_configuration")},
	{"aws_launch_configuration", "metadata_options.http_endpoint", enabled, imds},
	{"aws_launch_configuration", "metadata_options.http_tokens", optional, imds},
	{"aws_launch_configuration", "root_block_device.encrypted", no, page("launch_configuration")},

	{"aws_launch_template", "block_device_mappings.ebs.encrypted", inherited("encrypted", cty.False, "snapshot_id"), "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateEbsBlockDeviceRequest.html"},
	{"aws_launch_template", "block_device_mappings.ebs.kms_key_id", inherited("kms_key_id", cty.NilVal, "snapshot_id"), "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateEbsBlockDeviceRequest.html"},
	{"aws_launch_template", "metadata_options.http_endpoint", enabled, page("launch_template")},
	{"aws_launch_template", "metadata_options.http_tokens", optional, page("launch_template")},

	{"aws_ec2_instance_metadata_defaults", "http_endpoint", word("no-preference"), page("ec2_instance_metadata_defaults")},
	{"aws_ec2_instance_metadata_defaults", "http_tokens", word("no-preference"), page("ec2_instance_metadata_defaults")},

	{"aws_workspaces_workspace", "root_volume_encryption_enabled", no, page("workspaces_workspace")},
	{"aws_workspaces_workspace", "user_volume_encryption_enabled", no, page("workspaces_workspace")},
}
