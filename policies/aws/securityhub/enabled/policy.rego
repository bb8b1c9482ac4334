# METADATA
# title: Security Hub checks every Region against a standard
# description: >-
#   Security Hub gathers the findings of other services in one place and checks the account all the time. Without a standard it
#   checks nothing. None of its standards is about HIPAA; NIST SP 800-53 is the closest.
# related_resources:
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-settingup.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference.html
# custom:
#   id: HIPAA-SHB-001
#   severity: medium
#   citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(6)(ii)", "164.308(a)(8)", "164.308(a)(5)(ii)(C)"]
#   scope: region
#   resources:
#     aws_securityhub_account: {enable_default_standards: bool}
#     aws_securityhub_standards_subscription: {standards_arn: string}
#   assertions:
#     enabled: {title: Security Hub is on, reads: [aws_securityhub_account]}
#     standard: {title: A standard is subscribed}
#   remediation: Declare aws_securityhub_account in each Region, and aws_securityhub_standards_subscription for FSBP and NIST SP 800-53.
package hipaactl.aws.securityhub.enabled

off if count(input.aws_securityhub_account) == 0

deny contains {"assertion": "enabled", "paths": ["aws_securityhub_account"], "message": "Security Hub is off"} if off

# The two standards that are on by default are subscribed with the account.
standard if {
	some hub in input.aws_securityhub_account
	hub.enable_default_standards
}

# The one for tags alone looks at nothing else.
standard if {
	some subscription in input.aws_securityhub_standards_subscription
	not contains(subscription.standards_arn, "aws-resource-tagging-standard")
}

deny contains {"assertion": "standard", "paths": paths, "message": "no standard is subscribed"} if {
	not off
	not standard
	paths := ["aws_securityhub_account[*].enable_default_standards", "aws_securityhub_standards_subscription[*].standards_arn"]
}

not_applicable contains {"assertion": "standard", "paths": ["aws_securityhub_account"], "message": "no Security Hub is here that would check against it"} if off
