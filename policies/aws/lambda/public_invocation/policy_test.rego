package hipaactl.aws.lambda.public_invocation_test

import data.hipaactl.aws.lambda.public_invocation as policy

permission(attributes) := object.union({"_": {"type": "aws_lambda_permission"}}, attributes)

test_public if {
	every attributes in [
		{"principal": "*"},
		{"principal": "*", "source_arn": "*"},
		{"principal": "*", "source_arn": "arn:aws:s3:*:*:*"},
		{"principal": "events.amazonaws.com"},
		{"principal": "events.amazonaws.com", "source_arn": "arn:aws:events:*:*:rule/*"},
		{"principal": "alexa-appkit.amazon.com"},
		{"principal": "s3.amazonaws.com.cn"},
	] {
		count(policy.deny) == 1 with input as permission(attributes)
	}
}

test_confined if {
	every attributes in [
		{"principal": "111122223333"},
		{"principal": "arn:aws:iam::111122223333:role/app"},
		{"principal": "*", "principal_org_id": "o-abcdefghij"},
		{"principal": "events.amazonaws.com", "source_arn": "ref:aws_cloudwatch_event_rule.arn"},
		{"principal": "apigateway.amazonaws.com", "source_arn": "ref:aws_api_gateway_rest_api.execution_arn/*/*"},
		{"principal": "s3.amazonaws.com", "source_arn": "arn:aws:s3:::intake"},
		{"principal": "s3.amazonaws.com", "source_account": "111122223333"},
		{"principal": "s3.amazonaws.com", "source_account": "ref:account.id"},
		{"principal": "alexa-appkit.amazon.com", "event_source_token": "amzn1.ask.skill.1"},
	] {
		count(policy.deny) == 0 with input as permission(attributes)
	}
}

test_url if {
	count(policy.deny) == 1 with input as {"_": {"type": "aws_lambda_function_url"}, "authorization_type": "NONE"}
	count(policy.deny) == 0 with input as {"_": {"type": "aws_lambda_function_url"}, "authorization_type": "AWS_IAM"}
}
