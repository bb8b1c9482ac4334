# METADATA
# title: What happens to objects with PHI is announced
# description: >-
#   A bucket can announce that objects are made, deleted or restored. Something that listens notices an upload that should not be
#   there, or a mass deletion, within seconds and not when somebody reads the logs.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_notification
# custom:
#   id: HIPAA-S3-014
#   severity: low
#   citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"]
#   resources: {aws_s3_bucket: {}}
#   related:
#     notifications:
#       type: aws_s3_bucket_notification
#       on: bucket = id
#       more: helps
#       attributes:
#         eventbridge: bool
#         topic: [{topic_arn: string}]
#         queue: [{queue_arn: string}]
#         lambda_function: [{lambda_function_arn: string}]
#   remediation: Set eventbridge = true on aws_s3_bucket_notification, and have a rule of EventBridge that tells somebody.
package hipaactl.aws.s3.event_notifications

announced if {
	some notification in input._.notifications
	notification.eventbridge
}

announced if {
	some notification in input._.notifications
	some block, name in {"topic": "topic_arn", "queue": "queue_arn", "lambda_function": "lambda_function_arn"}
	some listener in notification[block]
	listener[name]
}

deny contains {"paths": paths, "message": "the bucket holds PHI and announces nothing of what happens to its objects"} if {
	input._.phi == "yes"
	not announced
	paths := array.concat(["_.phi"], [sprintf("_.notifications[*].%s", [name]) | some name in ["eventbridge", "topic", "queue", "lambda_function"]])
}

not_applicable contains {"paths": ["_.phi"], "message": "only buckets that hold PHI are asked"} if input._.phi != "yes"
