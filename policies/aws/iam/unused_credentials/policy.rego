# METADATA
# title: Credentials that nobody uses are switched off
# description: >-
#   A password or key that is not used belongs to somebody who left, moved on or forgot it, and nobody notices when somebody
#   else uses it. One that was never used counts from when it was made. Accounts that hold PHI allow less time. The
#   root user is not meant to be used, and has rules of its own.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
# custom:
#   id: HIPAA-IAM-008
#   severity: medium
#   citations: ["164.308(a)(3)(ii)(C)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(ii)(B)", "164.312(a)(1)"]
#   resources:
#     aws_iam_credential_report_user:
#       user: string
#       user_creation_time: string
#       password_enabled: bool
#       password_last_used: string
#       password_last_changed: string
#       access_key_1_active: bool
#       access_key_1_last_used_date: string
#       access_key_1_last_rotated: string
#       access_key_2_active: bool
#       access_key_2_last_used_date: string
#       access_key_2_last_rotated: string
#   related:
#     buckets: {type: aws_s3_bucket, on: account}
#     databases: {type: aws_db_instance, on: account}
#     clusters: {type: aws_rds_cluster, on: account}
#     tables: {type: aws_dynamodb_table, on: account}
#     file_systems: {type: aws_efs_file_system, on: account}
#     volumes: {type: aws_ebs_volume, on: account}
#   params:
#     maximum_days: {type: number, default: 90, unit: days, stricter: lower, source: a common limit for credentials; the Rule names no number}
#     phi_maximum_days: {type: number, default: 45, unit: days, stricter: lower, source: the CIS AWS Foundations Benchmark; the Rule names no number}
#   assertions:
#     unused:
#       title: Passwords and active keys are in use
#       reads: &report
#         - user
#         - user_creation_time
#         - password_enabled
#         - password_last_used
#         - password_last_changed
#         - access_key_1_active
#         - access_key_1_last_used_date
#         - access_key_1_last_rotated
#         - access_key_2_active
#         - access_key_2_last_used_date
#         - access_key_2_last_rotated
#     phi:
#       title: Where the account holds PHI, passwords and active keys are in frequent use
#       reads: *report
#   remediation: Deactivate the password or key, and delete it when nobody misses it.
package hipaactl.aws.iam.unused_credentials

import data.hipaactl.lib.age

# credentials maps what switches each on to what says since when it is idle, best first.
credentials := {
	"password_enabled": ["password_last_used", "password_last_changed", "user_creation_time"],
	"access_key_1_active": ["access_key_1_last_used_date", "access_key_1_last_rotated"],
	"access_key_2_active": ["access_key_2_last_used_date", "access_key_2_last_rotated"],
}

root if input.user == "<root_account>"

active contains credential if {
	not root
	some credential, _ in credentials
	input[credential]
}

# idle is how long each was not used, and what shows it.
idle[credential] := age.first(credentials[credential]) if some credential in active

paths(credential, shown) := array.concat(["user", credential], shown)

# stores are the lists of what keeps data; holding is where one of them holds PHI.
stores := ["buckets", "databases", "clusters", "tables", "file_systems", "volumes"]

holding := [sprintf("_.%s[%d]._.phi", [list, i]) |
	some list in stores
	some i, store in input._[list]
	store._.phi == "yes"
]

message(days) := sprintf("a password or key was not used for more than %v days", [days])

deny contains {
	"assertion": "unused",
	"paths": paths(credential, spell.paths),
	"message": message(data.params.maximum_days),
} if {
	some credential, spell in idle
	spell.days > data.params.maximum_days
}

deny contains {
	"assertion": "phi",
	"paths": array.concat(paths(credential, spell.paths), [holding[0]]),
	"message": message(data.params.phi_maximum_days),
} if {
	some credential, spell in idle
	spell.days > data.params.phi_maximum_days
}

# It matters whether the account holds PHI only where that would ask for more: what is used
# often enough passes, whatever was seen of the account.
not_applicable contains {
	"assertion": "phi",
	"paths": array.concat(paths(credential, spell.paths), [sprintf("_.%s[*]._.phi", [list]) | some list in stores]),
	"message": "nothing in the account is marked as holding PHI",
} if {
	some credential, spell in idle
	spell.days > data.params.phi_maximum_days
	count(holding) == 0
}

unknown contains {
	"assertion": assertion,
	"paths": paths(credential, credentials[credential]),
	"message": "when a password or key was last used",
} if {
	some assertion in {"unused", "phi"}
	some credential in active
	not idle[credential]
}

not_applicable contains {"paths": ["user"], "message": "the root user is judged by other rules"} if root

not_applicable contains {
	"paths": [credential | some credential, _ in credentials],
	"message": "the user has neither a password nor an active key",
} if {
	not root
	count(active) == 0
}
