# METADATA
# title: OpenSearch domains have fine-grained access control
# description: >-
#   Without it everybody whom the access policy lets through may read and change every document, and anonymous access lets
#   in those who say nothing of themselves.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
# custom:
#   id: HIPAA-OSS-006
#   severity: {default: medium, phi: high}
#   citations: ["164.312(a)(1)", "164.312(a)(2)(i)", "164.312(d)"]
#   resources: {aws_opensearch_domain: {advanced_security_options: [{enabled: bool, anonymous_auth_enabled: bool}]}}
#   assertions:
#     fine_grained:
#       title: Fine-grained access control is on
#       reads: ["advanced_security_options[*].enabled"]
#     named_users:
#       title: Nobody gets in without a name
#       reads: ["advanced_security_options[*].anonymous_auth_enabled"]
#   remediation: Add advanced_security_options with enabled = true and the ARN of an IAM role as master_user_options, and leave anonymous_auth_enabled off.
package hipaactl.aws.opensearch.access_control

controlled if {
	some block in input.advanced_security_options
	block.enabled
}

deny contains {"assertion": "fine_grained", "paths": ["advanced_security_options[*].enabled"], "message": "fine-grained access control is off"} if {
	not controlled
}

deny contains {"assertion": "named_users", "paths": [path], "message": "anonymous users are let in"} if {
	some i, block in input.advanced_security_options
	block.anonymous_auth_enabled
	path := sprintf("advanced_security_options[%d].anonymous_auth_enabled", [i])
}
