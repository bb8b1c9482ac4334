# METADATA
# title: Inspector scans what runs
# description: >-
#   New holes in known software are found every day. Inspector compares what is installed on instances, in images and in functions
#   with what is known, without being asked. It is on or off for each kind of resource, in each Region.
# related_resources:
#   - https://docs.aws.amazon.com/inspector/latest/user/scanning-resources.html
#   - https://docs.aws.amazon.com/inspector/v2/APIReference/API_Enable.html
# custom:
#   id: HIPAA-INS-001
#   severity: high
#   citations: ["164.308(a)(1)(ii)(A)", "164.308(a)(1)(ii)(B)", "164.308(a)(5)(ii)(B)", "164.308(a)(8)"]
#   nprm: ["164.312(h)(2)(i)"]
#   scope: region
#   resources:
#     aws_inspector2_enabler: {resource_types: [string]}
#     aws_instance: {}
#     aws_ecr_repository: {}
#     aws_lambda_function: {}
#   assertions:
#     ec2: {title: Instances are scanned, reads: [aws_inspector2_enabler, aws_instance]}
#     ecr: {title: Container images are scanned, reads: [aws_inspector2_enabler, aws_ecr_repository]}
#     lambda: {title: The packages of functions are scanned, reads: [aws_inspector2_enabler, aws_lambda_function]}
#     lambda_code: {title: The code of functions is scanned, reads: [aws_inspector2_enabler, aws_lambda_function], severity: medium}
#   remediation: Declare aws_inspector2_enabler for the account with EC2, ECR, LAMBDA and LAMBDA_CODE in resource_types.
package hipaactl.aws.inspector.scanning_region

kinds := {
	"ec2": {"type": "EC2", "uses": "aws_instance", "what": "instances"},
	"ecr": {"type": "ECR", "uses": "aws_ecr_repository", "what": "repositories"},
	"lambda": {"type": "LAMBDA", "uses": "aws_lambda_function", "what": "functions"},
	"lambda_code": {"type": "LAMBDA_CODE", "uses": "aws_lambda_function", "what": "functions"},
}

scanned contains type if {
	some enabler in input.aws_inspector2_enabler
	some type in enabler.resource_types
}

used(kind) if count(input[kind.uses]) > 0

deny contains {"assertion": name, "paths": paths, "message": message} if {
	some name, kind in kinds
	used(kind)
	not kind.type in scanned
	paths := ["aws_inspector2_enabler[*].resource_types", sprintf("%s[0]", [kind.uses])]
	message := sprintf("there are %s, and Inspector does not scan for %s", [kind.what, kind.type])
}

# Where Inspector scans for it, it does not matter that there is none here.
not_applicable contains {"assertion": name, "paths": paths, "message": sprintf("there are no %s", [kind.what])} if {
	some name, kind in kinds
	paths := [kind.uses, "aws_inspector2_enabler[*].resource_types"]
	not used(kind)
	not kind.type in scanned
}
