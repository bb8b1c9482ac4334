# METADATA
# title: Web ACLs log their decisions
# description: >-
#   What a web ACL blocked, counted or let through tells an attack from a mistake, and is gone where nothing keeps it. The
#   sampled requests of the console are kept for three hours.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/logging.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/wafv2_web_acl_logging_configuration
# custom:
#   id: HIPAA-WAF-002
#   severity: medium
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   resources: {aws_wafv2_web_acl: {}}
#   related:
#     logs:
#       type: aws_wafv2_web_acl_logging_configuration
#       on: resource_arn = arn
#       more: helps
#       attributes: {log_destination_configs: [string]}
#   remediation: >-
#     Declare an aws_wafv2_web_acl_logging_configuration with the ACL's ARN as resource_arn, a destination whose name begins
#     with aws-waf-logs-, and redacted_fields for headers that carry credentials.
package hipaactl.aws.waf.logging

logged if {
	some logs in input._.logs
	count(logs.log_destination_configs) > 0
}

deny contains {"paths": ["_.logs[*].log_destination_configs"], "message": "no logging configuration says where the decisions go"} if {
	not logged
}
