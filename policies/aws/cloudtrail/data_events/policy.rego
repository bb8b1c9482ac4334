# METADATA
# title: CloudTrail records access to PHI
# description: >-
#   Management events do not show who read or changed an object, an item or a document. Data events do, and they are off
#   until a trail selects them. Where code declares no trail, another stack of the account may.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
#   - https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html
#   - https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
# custom:
#   id: HIPAA-CTR-006
#   severity: high
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   nprm: ["164.312(d)"]
#   resources:
#     aws_s3_bucket: {}
#     aws_dynamodb_table: {}
#     aws_lambda_function: {}
#     aws_bedrockagent_agent: {}
#     aws_bedrockagent_knowledge_base: {}
#   related:
#     recorders:
#       type: aws_cloudtrail
#       on: account
#       more: helps
#       attributes:
#         enable_logging: bool
#         event_selector: [{read_write_type: string, data_resource: [{type: string, values: [string]}]}]
#         advanced_event_selector:
#           - field_selector:
#               - {field: string, equals: [string], starts_with: [string], ends_with: [string],
#                  not_equals: [string], not_starts_with: [string], not_ends_with: [string]}
#     elsewhere: {type: aws_cloudtrail, on: account, more: helps, elsewhere: true}
#     sources: {type: aws_s3_bucket_logging, on: target_bucket = id, more: helps}
#     trails: {type: aws_cloudtrail, on: s3_bucket_name = id, more: helps}
#     channels: {type: aws_config_delivery_channel, on: s3_bucket_name = id, more: helps}
#     flow_logs: {type: aws_flow_log, on: log_destination = arn, more: helps}
#     load_balancers: {type: aws_lb, on: access_logs.bucket = id, more: helps}
#     classic_load_balancers: {type: aws_elb, on: access_logs.bucket = id, more: helps}
#   remediation: >-
#     Give a trail of the account advanced event selectors for eventCategory Data and the resource type, without further
#     conditions or with a resources.ARN that starts with the resource's own.
package hipaactl.aws.cloudtrail.data_events

import data.hipaactl.lib.buckets
import data.hipaactl.lib.data_events

# types are the names that CloudTrail has for what happens in a resource.
types := {
	"aws_s3_bucket": "AWS::S3::Object",
	"aws_dynamodb_table": "AWS::DynamoDB::Table",
	"aws_lambda_function": "AWS::Lambda::Function",
	"aws_bedrockagent_agent": "AWS::Bedrock::AgentAlias",
	"aws_bedrockagent_knowledge_base": "AWS::Bedrock::KnowledgeBase",
}

type := types[input._.type]

# for_logs holds for a bucket that receives logs. Each would be an event there, and
# each file of events another one.
for_logs if {
	input._.type == "aws_s3_bucket"
	buckets.destination
}

# log_paths are what that rests on.
log_paths := buckets.destination_paths if input._.type == "aws_s3_bucket"

log_paths := [] if input._.type != "aws_s3_bucket"

unrecorded if {
	input._.phi == "yes"
	not for_logs
	not data_events.recorded(type)
	not data_events.perhaps_recorded(type)
}

deny contains {"paths": array.concat(data_events.paths, log_paths), "message": message} if {
	unrecorded
	count(input._.recorders) > 0
	message := sprintf("no trail that logs records all reads and writes, the data events of %s", [type])
}

deny contains {"paths": array.concat(["_.recorders", "_.elsewhere"], log_paths), "message": message} if {
	unrecorded
	count(input._.recorders) == 0
	message := sprintf("there is no trail that could record the data events of %s", [type])
}

unknown contains {"paths": array.concat(data_events.paths, log_paths), "message": message} if {
	input._.phi == "yes"
	not for_logs
	data_events.perhaps_recorded(type)
	message := "a trail records resources by the beginning of their names, and only the name can tell"
}

not_applicable contains {"paths": ["_.phi"], "message": "the resource is not marked as holding PHI"} if {
	input._.phi != "yes"
}

not_applicable contains {"paths": log_paths, "message": "the bucket receives logs"} if for_logs
