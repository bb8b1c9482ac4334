# METADATA
# title: An account with PHI has a role for emergencies
# description: >-
#   When what people sign in with every day fails, somebody still has to reach the records. A role for that, tagged so that it can be
#   found and watched, is made before it is needed.
# related_resources:
#   - https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/break-glass-access.html
# custom:
#   id: HIPAA-IAM-016
#   severity: medium
#   citations: ["164.312(a)(2)(ii)", "164.308(a)(7)(ii)(C)"]
#   scope: account
#   resources:
#     aws_iam_role: {tags_all: map(string)}
#     aws_s3_bucket: {}
#     aws_db_instance: {}
#     aws_rds_cluster: {}
#     aws_dynamodb_table: {}
#     aws_efs_file_system: {}
#   params:
#     tag: {type: string, default: BreakGlass, source: "the tag of roles for emergencies, 164.312(a)(2)(ii)"}
#   remediation: Make a role that asks for MFA, tag it with BreakGlass, and tell somebody of its AssumeRole events.
package hipaactl.aws.iam.break_glass_account

stores := ["aws_s3_bucket", "aws_db_instance", "aws_rds_cluster", "aws_dynamodb_table", "aws_efs_file_system"]

# marked are the paths that show that the account holds PHI.
marked contains sprintf("%s[%d]._.phi", [type, i]) if {
	some type in stores
	some i, store in input[type]
	store._.phi == "yes"
}

tagged if {
	some role in input.aws_iam_role
	some key, value in role.tags_all
	lower(key) == lower(data.params.tag)
	not lower(value) in {"false", "no"}
}

deny contains {"paths": [path, "aws_iam_role[*].tags_all"], "message": "no role has the tag of those for emergencies"} if {
	not tagged
	some path in marked
}

not_applicable contains {"paths": paths, "message": "nothing that was read is marked as holding PHI"} if {
	count(marked) == 0
	paths := [sprintf("%s[*]._.phi", [type]) | some type in stores]
}

not_applicable contains {"paths": ["aws_iam_role[*].tags_all"], "message": "no role for emergencies is declared here; another stack may own it"} if {
	input._.whole == false
	not tagged
}
