# METADATA
# title: Documents of Systems Manager cannot be shared with all
# description: While the Region's setting allows public sharing, one call makes a document public.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html
#   - https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetServiceSetting.html
# custom:
#   id: HIPAA-SSM-002
#   severity: high
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(C)"]
#   scope: region
#   resources: {aws_ssm_service_setting: {setting_id: string, setting_value: string}}
#   remediation: Set /ssm/documents/console/public-sharing-permission to Disable with an aws_ssm_service_setting in each Region.
package hipaactl.aws.ssm.documents_region

# The setting goes by its name or by its ARN.
sharing[i] := setting if {
	some i, setting in input.aws_ssm_service_setting
	endswith(setting.setting_id, "/ssm/documents/console/public-sharing-permission")
}

deny contains {"paths": [sprintf("%s.setting_value", [at]), sprintf("%s.setting_id", [at])], "message": "the Region allows to share documents with all"} if {
	some i, setting in sharing
	lower(setting.setting_value) != "disable"
	at := sprintf("aws_ssm_service_setting[%d]", [i])
}

unknown contains {"paths": ["aws_ssm_service_setting"], "message": "what the Region's setting is, which nothing sets here"} if {
	count(sharing) == 0
}
