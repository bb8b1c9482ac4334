# METADATA
# title: Secrets rotate automatically
# description: A credential that never changes serves whoever once saw it, for as long as the system runs.
# related_resources:
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
# custom:
#   id: HIPAA-SEC-001
#   severity: high
#   citations: ["164.308(a)(5)(ii)(D)", "164.312(d)", "164.312(a)(1)"]
#   resources: {aws_secretsmanager_secret: {name: string, name_prefix: string, tags_all: map(string)}}
#   related:
#     rotation:
#       type: aws_secretsmanager_secret_rotation
#       on: secret_id = id
#       more: helps
#       attributes: {rotation_rules: [{automatically_after_days: number, schedule_expression: string}]}
#     proxy:
#       type: aws_db_proxy
#       on: auth.secret_arn = arn
#   params:
#     maximum_days: {type: number, default: 90, unit: days, stricter: lower, source: a common limit for credentials; the Rule names no number}
#     strict_maximum_days: {type: number, default: 30, unit: days, stricter: lower, source: a common limit for database credentials; the Rule names no number}
#     database_words:
#       type: [string]
#       default: [aurora, database, db, docdb, mariadb, mongodb, mssql, mysql, neptune, oracle, pgsql, postgres, postgresql, rds, redshift, sqlserver]
#       unit: words in a secret's name
#       stricter: more
#   assertions:
#     rotated:
#       title: The secret rotates often enough
#       reads: ["_.rotation[*].rotation_rules"]
#     strict:
#       title: Credentials of databases and of systems that hold PHI rotate more often
#       reads: ["_.rotation[*].rotation_rules", "_.proxy", name, name_prefix, tags_all]
#   remediation: Add an aws_secretsmanager_secret_rotation for the secret with automatically_after_days of 30 or less.
package hipaactl.aws.secretsmanager.rotation

import data.hipaactl.lib.schedule

interval(rules) := rules.automatically_after_days

interval(rules) := schedule.days(rules.schedule_expression) if not rules.automatically_after_days

within(days) if {
	some rotation in input._.rotation
	some rules in rotation.rotation_rules
	interval(rules) <= days
}

# A schedule of which the policy cannot tell how often it runs.
unclear contains sprintf("_.rotation[%d].rotation_rules", [i]) if {
	some i, rotation in input._.rotation
	not told(rotation)
}

told(rotation) if {
	some rules in rotation.rotation_rules
	interval(rules) >= 0
}

# Why a secret has to rotate more often, as the paths that show it.
strict contains "_.phi" if input._.phi == "yes"

strict contains "_.proxy[0]" if count(input._.proxy) > 0

strict contains attribute if {
	some attribute in {"name", "name_prefix"}
	some word in regex.split(`[^a-z0-9]+`, lower(input[attribute]))
	word in data.params.database_words
}

strict contains sprintf("tags_all[%q]", [key]) if {
	some key, value in input.tags_all
	regex.replace(lower(key), `[^a-z]`, "") in {"dataclass", "dataclassification"}
	lower(value) in {"credential", "credentials"}
}

# A secret has one rotation, so that the seen ones show what is wrong, or that there is none.
shown := ["_.rotation"] if count(input._.rotation) == 0

shown := [sprintf("_.rotation[%d].rotation_rules", [i]) | some i, _ in input._.rotation] if count(input._.rotation) > 0

slow(_) := "the secret has no rotation" if count(input._.rotation) == 0

slow(days) := sprintf("the secret rotates less often than every %v days", [days]) if count(input._.rotation) > 0

deny contains {
	"assertion": "rotated",
	"paths": shown,
	"message": slow(data.params.maximum_days),
} if {
	not within(data.params.maximum_days)
	count(unclear) == 0
}

deny contains {
	"assertion": "strict",
	"paths": array.concat(shown, [evidence]),
	"message": slow(data.params.strict_maximum_days),
} if {
	some evidence in strict
	not within(data.params.strict_maximum_days)
	count(unclear) == 0
}

not_applicable contains {
	"assertion": "strict",
	"paths": ["_.phi", "_.proxy", "name", "name_prefix", "tags_all"],
	"message": "nothing says that the secret is the credential of a database or of a system that holds PHI",
} if {
	count(strict) == 0
}

unknown contains {
	"assertion": "rotated",
	"paths": [path],
	"message": "how often its schedule runs",
} if {
	not within(data.params.maximum_days)
	some path in unclear
}

unknown contains {
	"assertion": "strict",
	"paths": [path, evidence],
	"message": "how often its schedule runs",
} if {
	not within(data.params.strict_maximum_days)
	some evidence in strict
	some path in unclear
}
