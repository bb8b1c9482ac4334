package hipaactl.aws.s3.event_notifications_test

import data.hipaactl.aws.s3.event_notifications as policy

bucket(phi, notifications) := {"_": {"phi": phi, "notifications": notifications}}

denied(it) if count(policy.deny) == 1 with input as it

test_announced if {
	every notification in [
		{"eventbridge": true}, {"topic": [{"topic_arn": "ref:aws_sns_topic.arn"}]}, {"queue": [{"queue_arn": "arn:aws:sqs:us-east-1:111122223333:events"}]},
		{"lambda_function": [{"lambda_function_arn": "ref:aws_lambda_function.arn"}]},
	] {
		not denied(bucket("yes", [notification]))
	}
}

test_silent if {
	denied(bucket("yes", []))
	denied(bucket("yes", [{"eventbridge": false, "topic": [], "queue": [{}]}]))
	not denied(bucket("no", []))
	count(policy.not_applicable) == 1 with input as bucket("unmarked", [])
}
