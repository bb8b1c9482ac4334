# METADATA
# title: IAM policies name the keys that may decrypt
# description: >-
#   Encryption keeps out whoever may not use the key. A policy that allows kms:Decrypt or kms:ReEncryptFrom on every key makes
#   one lost credential enough to read all that is encrypted.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html
# custom:
#   id: HIPAA-IAM-011
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(a)(1)", "164.308(a)(4)(ii)(C)"]
#   resources:
#     aws_iam_policy: &policy {policy: document}
#     aws_iam_role_policy: *policy
#     aws_iam_user_policy: *policy
#     aws_iam_group_policy: *policy
#   remediation: >-
#     Name the ARNs of the keys that the holder needs, or the keys by a condition on kms:ResourceAliases or aws:ResourceTag.
package hipaactl.aws.iam.kms_decrypt

import data.hipaactl.lib.iam
import data.hipaactl.lib.iam_grants

# kms:ReEncrypt* is two actions, of which the one From decrypts.
deny contains {"paths": iam.paths("policy", input.policy, n), "message": message} if {
	some action in ["kms:Decrypt", "kms:ReEncryptFrom"]
	some n in iam_grants.wide(input.policy, action)
	not iam.limits(input.policy.Statement[n], `^kms:(resourcealiases|requestalias)$`, `^(alias/[^*?$]|ref:)`)
	message := sprintf("the policy allows %s with every key", [action])
}
