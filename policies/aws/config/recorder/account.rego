# METADATA
# title: AWS Config records global resources in one Region
# description: >-
#   Users, groups, roles and policies of IAM belong to no Region. Only a recorder that includes global types keeps their history.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html
# custom:
#   id: HIPAA-CFG-001
#   severity: high
#   citations: ["164.308(a)(1)(ii)(A)", "164.308(a)(8)", "164.308(a)(1)(ii)(D)", "164.312(c)(1)"]
#   nprm: ["164.308(a)(1)"]
#   scope: account
#   more: helps
#   resources: {aws_config_configuration_recorder: {recording_group: [{all_supported: bool, include_global_resource_types: bool}]}}
#   remediation: Set include_global_resource_types = true on the recorder of one Region.
package hipaactl.aws.config.recorder_account

recorded if {
	some recorder in input.aws_config_configuration_recorder
	some group in recorder.recording_group
	group.all_supported
	group.include_global_resource_types
}

deny contains {"paths": ["aws_config_configuration_recorder"], "message": "no recorder includes global types"} if not recorded
