# METADATA
# title: CloudFront logs requests
# description: >-
#   A log of the distribution is the one record of who asked for what at the edge. Standard logging, by logging_config or by
#   a delivery of CloudWatch Logs, covers every request. Real-time logs count where every cache behavior has them; the share
#   of requests that they sample is not looked at.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_delivery_source
# custom:
#   id: HIPAA-CFR-003
#   severity: medium
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   resources:
#     aws_cloudfront_distribution:
#       logging_config: [{bucket: string}]
#       default_cache_behavior: &behavior [{realtime_log_config_arn: string}]
#       ordered_cache_behavior: *behavior
#   related:
#     sources:
#       type: aws_cloudwatch_log_delivery_source
#       on: resource_arn = arn
#       more: helps
#       attributes: {log_type: string}
#       related:
#         deliveries: {type: aws_cloudwatch_log_delivery, on: delivery_source_name = name, more: helps}
#   remediation: >-
#     Add logging_config { bucket = aws_s3_bucket.logs.bucket_domain_name }, or an aws_cloudwatch_log_delivery_source with
#     log_type = "ACCESS_LOGS" for the distribution and an aws_cloudwatch_log_delivery for that source.
package hipaactl.aws.cloudfront.logging

# legacy holds for a bucket that is named: a block without one logs nothing itself.
legacy if {
	some config in input.logging_config
	config.bucket != ""
}

delivered if {
	some source in input._.sources
	source.log_type == "ACCESS_LOGS"
	count(source._.deliveries) > 0
}

realtime if {
	count(input.default_cache_behavior) > 0
	every list in ["default_cache_behavior", "ordered_cache_behavior"] {
		every behavior in object.get(input, list, []) { behavior.realtime_log_config_arn != "" }
	}
}

deny contains {
	"paths": [
		"logging_config[*].bucket", "_.sources[*].log_type", "_.sources[*]._.deliveries",
		"default_cache_behavior[*].realtime_log_config_arn", "ordered_cache_behavior[*].realtime_log_config_arn",
	],
	"message": "requests are not logged",
} if {
	not legacy
	not delivered
	not realtime
}
