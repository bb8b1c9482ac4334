# METADATA
# title: What Access Analyzer finds is looked after
# description: >-
#   An active finding says that something of this account can be reached from outside and that nobody has said that it should be.
#   For what holds PHI that is at once one too many, for the rest a week is enough to archive it or take the access away.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html
#   - https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ListFindingsV2.html
# custom:
#   id: HIPAA-IAM-018
#   severity: {default: medium, phi: high}
#   citations: ["164.312(a)(1)", "164.308(a)(1)(ii)(D)", "164.308(a)(8)"]
#   resources:
#     aws_accessanalyzer_finding: {status: string, created_at: string}
#   related:
#     buckets: {type: aws_s3_bucket, on: arn = bucket}
#     keys: {type: aws_kms_key, on: arn = key}
#     secrets: {type: aws_secretsmanager_secret, on: arn = secret}
#     tables: {type: aws_dynamodb_table, on: arn = table}
#     files: {type: aws_efs_file_system, on: arn = file_system}
#     queues: {type: aws_sqs_queue, on: arn = queue}
#     topics: {type: aws_sns_topic, on: arn = topic}
#     disk_snapshots: {type: aws_ebs_snapshot, on: arn = disk_snapshot}
#     snapshots: {type: aws_db_snapshot, on: db_snapshot_arn = snapshot}
#     cluster_snapshots: {type: aws_db_cluster_snapshot, on: db_cluster_snapshot_arn = cluster_snapshot}
#   params:
#     maximum_days: {type: number, default: 7, unit: days, stricter: lower, source: a week to look at what was found; the Rule names no number}
#   remediation: Take the access away, or archive the finding where it is meant.
package hipaactl.aws.iam.access_analyzer

import data.hipaactl.lib.age

active if input.status == "ACTIVE"

found := ["buckets", "keys", "secrets", "tables", "files", "queues", "topics", "disk_snapshots", "snapshots", "cluster_snapshots"]

deny contains {"paths": ["status", path], "message": "something that holds PHI can be reached from outside, and nobody has archived that"} if {
	active
	some name in found
	some i, resource in input._[name]
	resource._.phi == "yes"
	path := sprintf("_.%s[%d]._.phi", [name, i])
}

deny contains {"paths": ["status", "created_at"], "message": message} if {
	active
	age.days(input.created_at) > data.params.maximum_days
	message := sprintf("for more than %v days something can be reached from outside, and nobody has archived that", [data.params.maximum_days])
}

unknown contains {"paths": ["created_at"], "message": "since when this is found"} if {
	active
	not age.days(input.created_at)
}
