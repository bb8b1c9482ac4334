# METADATA
# title: Lambda functions cannot be invoked by everybody
# description: >-
#   A function acts with its role for whoever invokes it. A permission for everybody, or for a service of AWS without saying
#   on whose behalf, lets in other accounts; a function URL without authorization lets in the internet.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
#   - https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
#   - https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_permission
# custom:
#   id: HIPAA-LAM-001
#   severity: critical
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(C)"]
#   resources:
#     aws_lambda_function_url: {authorization_type: string}
#     aws_lambda_permission:
#       principal: string
#       principal_org_id: string
#       source_account: string
#       source_arn: string
#       event_source_token: string
#   remediation: Name the caller as principal, and for a service source_arn or source_account as well. Set authorization_type = "AWS_IAM" on function URLs.
package hipaactl.aws.lambda.public_invocation

import data.hipaactl.lib.iam

# condition is what Lambda makes of the permission's arguments in the function's policy.
condition.StringEquals[key] := [input[argument]] if {
	some argument, key in {
		"principal_org_id": "aws:PrincipalOrgID",
		"source_account": "aws:SourceAccount",
	}
	input[argument]
}

condition.ArnLike["aws:SourceArn"] := [input.source_arn]

confined if iam.narrowed({"Effect": "Allow", "Condition": condition})

# A token says whose skill of Alexa may call.
confined if input.event_source_token

demanded := ["principal", "principal_org_id", "source_account", "source_arn", "event_source_token"]

deny contains {"paths": demanded, "message": "everybody may invoke the function"} if {
	input.principal == "*"
	not confined
}

deny contains {"paths": demanded, "message": "a service may invoke the function on behalf of any account"} if {
	regex.match(`\.amazon(aws)?\.com(\.cn)?$|\.ref:partition\.dns_suffix$`, input.principal)
	not confined
}

deny contains {"paths": ["authorization_type"], "message": "the function URL asks for no authorization"} if {
	input._.type == "aws_lambda_function_url"
	input.authorization_type == "NONE"
}
