# METADATA
# title: Functions that handle PHI run inside a VPC
# description: Outside a VPC no security group or flow log sees what a function sends where.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function#vpc_config-1
# custom:
#   id: HIPAA-LAM-003
#   severity: low
#   citations: ["164.312(a)(1)", "164.312(e)(1)"]
#   resources: {aws_lambda_function: {vpc_config: [{subnet_ids: [string]}]}}
#   remediation: Add vpc_config with private subnets and a security group.
package hipaactl.aws.lambda.vpc

inside if {
	some config in input.vpc_config
	count(config.subnet_ids) > 0
}

deny contains {"paths": ["vpc_config", "_.phi"], "message": "the function handles PHI and runs outside of every VPC"} if {
	input._.phi == "yes"
	not inside
}

not_applicable contains {"paths": ["_.phi"], "message": "the function is not marked as handling PHI"} if {
	input._.phi != "yes"
}
