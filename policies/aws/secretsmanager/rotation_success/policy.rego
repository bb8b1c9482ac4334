# METADATA
# title: The rotation of secrets succeeds
# description: >-
#   A schedule says when a secret should change. Where the rotation function fails, the date of the next rotation passes
#   and the old value stays in use. A secret that is not rotated counts from its last change.
# related_resources:
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html
#   - https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
# custom:
#   id: HIPAA-SEC-003
#   severity: medium
#   citations: ["164.308(a)(5)(ii)(D)", "164.312(d)"]
#   resources:
#     aws_secretsmanager_secret_status:
#       rotation_enabled: bool
#       next_rotation_date: string
#       last_rotated_date: string
#       last_changed_date: string
#       created_date: string
#   params:
#     maximum_days: {type: number, default: 90, unit: days, stricter: lower, source: a common limit for credentials; the Rule names no number}
#   assertions:
#     schedule:
#       title: The next rotation is not overdue
#       reads: [rotation_enabled, next_rotation_date]
#     changed:
#       title: The secret changed lately
#       reads: [last_rotated_date, last_changed_date, created_date]
#   remediation: Find out in the logs of the rotation function why it fails, and rotate the secret now.
package hipaactl.aws.secretsmanager.rotation_success

import data.hipaactl.lib.age

deny contains {
	"assertion": "schedule",
	"paths": ["rotation_enabled", "next_rotation_date"],
	"message": "the date of the next rotation has passed",
} if {
	input.rotation_enabled
	age.days(input.next_rotation_date) > 0
}

unknown contains {
	"assertion": "schedule",
	"paths": ["rotation_enabled", "next_rotation_date"],
	"message": "when the secret is to be rotated next",
} if {
	input.rotation_enabled
	not age.first(["next_rotation_date"])
}

not_applicable contains {
	"assertion": "schedule",
	"paths": ["rotation_enabled"],
	"message": "the secret has no rotation",
} if {
	not input.rotation_enabled
}

# changes say when the secret got its value, best first: the next counts where one is not there.
changes := ["last_rotated_date", "last_changed_date", "created_date"]

deny contains {"assertion": "changed", "paths": change.paths, "message": message} if {
	change := age.first(changes)
	change.days > data.params.maximum_days
	message := sprintf("the secret did not change for more than %v days", [data.params.maximum_days])
}

unknown contains {"assertion": "changed", "paths": changes, "message": "when the secret last changed"} if {
	not age.first(changes)
}
