# METADATA
# title: New EBS volumes are encrypted with a customer managed key by default
# description: With the key that AWS manages nobody here decides, and no key policy says, who may decrypt. It is what counts where no key is named.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
# custom:
#   id: HIPAA-EC2-001
#   when: customer_key
#   scope: region
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources: {aws_ebs_default_kms_key: {key_arn: string}}
#   assertions:
#     customer_key: {title: The Region's default key is a customer managed key}
#   remediation: Set the default key of EBS in each enabled Region, with aws_ebs_default_kms_key in code.
package hipaactl.aws.ec2.default_encryption_customer_key

import data.hipaactl.lib.kms_key

deny contains {"assertion": "customer_key", "paths": [path], "message": "the default key of EBS is the one that AWS manages"} if {
	some i, default_key in input.aws_ebs_default_kms_key
	not kms_key.customer(object.get(default_key, "key_arn", ""))
	path := sprintf("aws_ebs_default_kms_key[%d].key_arn", [i])
}

deny contains {"assertion": "customer_key", "paths": ["aws_ebs_default_kms_key"], "message": "nothing sets the default key of EBS, which is then the one that AWS manages"} if {
	count(input.aws_ebs_default_kms_key) == 0
}
