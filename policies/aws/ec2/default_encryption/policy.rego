# METADATA
# title: New EBS volumes are encrypted by default
# description: >-
#   With encryption by default every new volume and every copy of a snapshot in the Region is encrypted, whoever makes it
#   and whatever the request forgets to say. It is off until it is turned on, in each Region by itself.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
# custom:
#   id: HIPAA-EC2-001
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   scope: region
#   resources:
#     aws_ebs_encryption_by_default: {enabled: bool}
#   params:
#     customer_key: {type: bool, default: false, stricter: true, source: 'the Rule names no kind of key; one of your own makes access to it a decision of yours'}
#   remediation: Turn on encryption by default in each enabled Region, with aws_ebs_encryption_by_default in code.
package hipaactl.aws.ec2.default_encryption

deny contains {"paths": [path], "message": "encryption by default is off"} if {
	some i, default_encryption in input.aws_ebs_encryption_by_default
	not default_encryption.enabled
	path := sprintf("aws_ebs_encryption_by_default[%d].enabled", [i])
}

deny contains {"paths": ["aws_ebs_encryption_by_default"], "message": "nothing turns on encryption by default"} if {
	count(input.aws_ebs_encryption_by_default) == 0
}
