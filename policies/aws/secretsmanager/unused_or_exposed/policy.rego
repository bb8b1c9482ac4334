# METADATA
# title: Secrets are in use, private and recoverable
# description: >-
#   A secret that nobody reads still opens what it was made for. One whose policy lets every account read it opens it to all, and one
#   that is deleted without a recovery window takes what depends on it along.
# related_resources:
#   - https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html
#   - https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html
# custom:
#   id: HIPAA-SEC-004
#   severity: low
#   citations: ["164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.308(a)(3)(ii)(C)"]
#   resources: {aws_secretsmanager_secret: {policy: document, recovery_window_in_days: number}}
#   related:
#     policies: {type: aws_secretsmanager_secret_policy, on: secret_arn = arn, attributes: {policy: document}}
#     status: {type: aws_secretsmanager_secret_status, on: secret_id = arn, attributes: {last_accessed_date: string, created_date: string}}
#   params:
#     maximum_days: {type: number, default: 90, unit: days, stricter: lower, source: a common limit; the Rule names no number}
#     minimum_window: {type: number, default: 7, unit: days, stricter: higher, source: the shortest window that Secrets Manager has}
#   assertions:
#     used: {title: Somebody reads the secret, reads: ["_.status[*].last_accessed_date", "_.status[*].created_date"]}
#     private: {title: The secret's policy lets nobody in without naming them, reads: [policy, "_.policies[*].policy"]}
#     recoverable: {title: A secret that is deleted can be recovered, reads: [recovery_window_in_days]}
#   remediation: >-
#     Delete what nobody reads, with recovery_window_in_days of 7 or more. Name the principals in the secret's policy, or confine the
#     wildcard with aws:PrincipalOrgID, and set block_public_policy.
package hipaactl.aws.secretsmanager.unused_or_exposed

import data.hipaactl.lib.age
import data.hipaactl.lib.iam

# last is when a secret was last read. One that never was counts from when it was made.
last(status) := {"days": age.days(status.last_accessed_date), "reads": ["last_accessed_date"]} if {
	status.last_accessed_date
} else := {"days": age.days(status.created_date), "reads": ["last_accessed_date", "created_date"]}

deny contains {"assertion": "used", "paths": paths, "message": message} if {
	some i, status in input._.status
	read := last(status)
	read.days > data.params.maximum_days
	paths := [sprintf("_.status[%d].%s", [i, name]) | some name in read.reads]
	message := sprintf("nobody read the secret for more than %v days", [data.params.maximum_days])
}

told if {
	some status in input._.status
	last(status)
}

unknown contains {"assertion": "used", "paths": ["_.status"], "message": "when the secret was last read"} if {
	input._.source == "live"
	not told
}

not_applicable contains {"assertion": "used", "paths": ["_.source"], "message": "only an account shows who reads a secret"} if {
	input._.source != "live"
}

# documents are the secret's own argument and the policy attached to it, by path.
documents["policy"] := input.policy

documents[sprintf("_.policies[%d].policy", [i])] := attached.policy if some i, attached in input._.policies

deny contains {"assertion": "private", "paths": iam.paths(at, document, n), "message": message} if {
	some at, document in documents
	some n in iam.public_statements(document)
	message := "the secret's policy allows every principal of every account, and no condition confines it"
}

deny contains {"assertion": "recoverable", "paths": ["recovery_window_in_days"], "message": message} if {
	input.recovery_window_in_days < data.params.minimum_window
	message := sprintf("once it is deleted the secret is gone in less than %v days", [data.params.minimum_window])
}

not_applicable contains {"assertion": "recoverable", "paths": ["_.source"], "message": "the window is said when the deletion is ordered"} if {
	input._.source == "live"
}
