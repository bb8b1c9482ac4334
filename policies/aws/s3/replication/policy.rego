# METADATA
# title: Buckets with PHI are copied to another Region
# description: >-
#   What takes down a Region takes its buckets along. Replication, or a copy of AWS Backup, keeps the objects elsewhere. S3 leaves
#   out what is encrypted with KMS unless the rule says otherwise and names a key. A replica has no need of a replica of its own.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html
# custom:
#   id: HIPAA-S3-011
#   severity: {default: low, phi: medium}
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(i)", "164.310(d)(2)(iv)"]
#   resources: {aws_s3_bucket: {}}
#   related:
#     replication:
#       type: aws_s3_bucket_replication_configuration
#       on: bucket = id
#       more: helps
#       attributes:
#         rule:
#           - status: string
#             prefix: string
#             filter: [{prefix: string, tag: [{}], and: [{}]}]
#             destination: [{encryption_configuration: [{replica_kms_key_id: string}]}]
#             source_selection_criteria: [{sse_kms_encrypted_objects: [{status: string}]}]
#       related: {replicas: {type: aws_s3_bucket, on: 'arn = rule[].destination[].bucket', more: helps}}
#     sources: {type: aws_s3_bucket_replication_configuration, on: 'rule[].destination[].bucket = arn', more: helps}
#     encryption:
#       type: aws_s3_bucket_server_side_encryption_configuration
#       on: bucket = id
#       attributes: {rule: [{apply_server_side_encryption_by_default: [{sse_algorithm: string}]}]}
#     selection:
#       type: aws_backup_selection
#       on: resources[] = arn
#       more: helps
#       attributes: {selection_tag: [{}], condition: [{}]}
#       related: &plan
#         plan: {type: aws_backup_plan, on: id = plan_id, more: helps, attributes: {rule: [{copy_action: [{destination_vault_arn: string}]}]}}
#     nearby:
#       type: aws_backup_selection
#       on: region
#       more: helps
#       attributes: {resources: [string], selection_tag: [{}], condition: [{}]}
#       related: *plan
#   assertions:
#     copied:
#       title: All of the bucket is copied to another Region
#       reads:
#         - "_.replication[*].rule[*].status"
#         - "_.replication[*].rule[*].prefix"
#         - "_.replication[*].rule[*].filter"
#         - "_.replication[*]._.replicas"
#         - _.sources
#         - "_.selection[*].selection_tag"
#         - "_.selection[*].condition"
#         - "_.selection[*]._.plan[*].rule"
#     encrypted:
#       title: What is encrypted with KMS is replicated as well, with a key there
#       reads: ["_.replication[*].rule", "_.encryption[*].rule"]
#   remediation: >-
#     Version the bucket and add aws_s3_bucket_replication_configuration with a rule for all objects, sse_kms_encrypted_objects and a
#     replica_kms_key_id, to a versioned bucket in another Region; or take the bucket into an AWS Backup plan with a copy_action there.
package hipaactl.aws.s3.replication

import data.hipaactl.lib.backup_plan

# whole are the rules in force for all objects, each with its configuration.
whole contains [i, j] if {
	some i, replication in input._.replication
	some j, rule in replication.rule
	rule.status == "Enabled"
	not limited(rule)
}

limited(rule) if rule.prefix != ""

limited(rule) if {
	some filter in rule.filter
	filter.prefix != ""
}

limited(rule) if {
	some filter in rule.filter
	some list in ["tag", "and"]
	count(filter[list]) > 0
}

# far holds where all destinations are seen to be in another Region than the bucket, near where they
# are in the same. A destination that is not seen leaves the list open.
far(i) if {
	replicas := input._.replication[i]._.replicas
	count(replicas) > 0
	every replica in replicas { replica._.region != input._.region }
}

near(i) if {
	replicas := input._.replication[i]._.replicas
	count(replicas) > 0
	every replica in replicas { replica._.region == input._.region }
}

replicated if {
	some [i, _] in whole
	far(i)
}

unreplicated if {
	every rule in whole { near(rule[0]) }
}

# A plan that copies to another Region is an alternative. The Region of a vault stands in its ARN; behind a reference it is
# not seen.
copies(selection) := {region |
	some plan in selection._.plan
	some rule in plan.rule
	some copy in rule.copy_action
	region := region_of(copy.destination_vault_arn)
	region != object.get(input._, "region", "unknown")
}

region_of(arn) := split(arn, ":")[3] if {
	regex.match(`^arn:[a-z-]+:backup:[a-z]+(-[a-z]+)+-[0-9]+:`, arn)
} else := "unseen"

# sure leaves out the Regions that are not seen. Where the bucket is in none that is seen, none is surely another.
sure(selection) := {region | some region in copies(selection); region != "unseen"; input._.region}

backed_up if {
	some selection in input._.selection
	not backup_plan.narrowed(selection)
	count(sure(selection)) > 0
}

perhaps_backed_up if {
	some selection in input._.selection
	count(copies(selection)) > 0
}

perhaps_backed_up if {
	some selection in input._.nearby
	backup_plan.wide(selection)
	count(copies(selection)) > 0
}

resting := [
	"_.phi", "_.sources", "_.replication[*].rule[*].status", "_.replication[*].rule[*].prefix", "_.replication[*].rule[*].filter",
	"_.selection[*]._.plan[*].rule", "_.nearby[*].resources", "_.nearby[*].selection_tag", "_.nearby[*].condition", "_.nearby[*]._.plan[*].rule",
]

judged if {
	input._.phi == "yes"
	not spared
}

# spared holds for a replica, unless it is replicated itself.
spared if {
	count(input._.sources) > 0
	count(input._.replication) == 0
}

deny contains {"assertion": "copied", "paths": resting, "message": "no rule that is in force replicates all of the bucket"} if {
	judged
	count(whole) == 0
	not backed_up
	not perhaps_backed_up
}

deny contains {"assertion": "copied", "paths": array.concat(resting, ["_.replication[*]._.replicas"]), "message": "the bucket is replicated to its own Region"} if {
	judged
	count(whole) > 0
	unreplicated
	not backed_up
	not perhaps_backed_up
}

unknown contains {"assertion": "copied", "paths": resting, "message": "whether the bucket that it is replicated to is in another Region"} if {
	judged
	not replicated
	not unreplicated
	not backed_up
}

unknown contains {"assertion": "copied", "paths": resting, "message": "whether a plan of AWS Backup takes the bucket in and copies it to another Region"} if {
	judged
	unreplicated
	not backed_up
	perhaps_backed_up
}

customer_managed if {
	some encryption in input._.encryption
	some rule in encryption.rule
	some default_encryption in rule.apply_server_side_encryption_by_default
	startswith(default_encryption.sse_algorithm, "aws:kms")
}

encrypted([i, j]) if {
	rule := input._.replication[i].rule[j]
	some criteria in rule.source_selection_criteria
	some objects in criteria.sse_kms_encrypted_objects
	objects.status == "Enabled"
	some destination in rule.destination
	some encryption in destination.encryption_configuration
	encryption.replica_kms_key_id != ""
}

deny contains {"assertion": "encrypted", "paths": ["_.phi", "_.encryption[*].rule", "_.replication[*].rule"], "message": message} if {
	input._.phi == "yes"
	customer_managed
	count(whole) > 0
	every rule in whole { not encrypted(rule) }
	message := "the bucket encrypts with KMS, and no rule replicates what is encrypted so"
}

not_applicable contains {"assertion": "encrypted", "paths": ["_.replication[*].rule"], "message": "no rule replicates all of the bucket"} if {
	count(whole) == 0
}

not_applicable contains {"assertion": name, "paths": ["_.phi"], "message": "the bucket is not marked as holding PHI"} if {
	input._.phi != "yes"
	some name in {"copied", "encrypted"}
}

not_applicable contains {"assertion": "copied", "paths": ["_.sources[0]", "_.replication"], "message": "the bucket is a copy of another one"} if spared
