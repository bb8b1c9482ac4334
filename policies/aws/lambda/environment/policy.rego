# METADATA
# title: Environments of Lambda functions hold no secrets and no PHI
# description: Whoever may read the configuration of a function can read its environment, and so does everything that runs in it.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
#   - https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function
# custom:
#   id: HIPAA-LAM-002
#   severity: high
#   citations: ["164.308(a)(5)(ii)(D)", "164.312(a)(2)(iv)", "164.312(a)(1)"]
#   resources: {aws_lambda_function: {environment: [{variables: map(examined)}], kms_key_arn: string}}
#   params:
#     confidence: {type: "[string]", default: [medium, high], stricter: more, source: "hipaactl's own choice: from medium on, a form, check digit or surroundings rule most else out"}
#     kinds: {type: "[string]", default: ["*"], stricter: more, source: every kind that is known}
#   assertions:
#     secrets: {title: No variable holds a credential or an identifier of a patient, reads: [environment]}
#     key: {title: The environment of a function that handles PHI is encrypted with a key of the customer, reads: [kms_key_arn]}
#   remediation: Let the function read secrets when it runs, from Secrets Manager or Parameter Store, and set kms_key_arn. Replace what the environment gave away.
package hipaactl.aws.lambda.environment

import data.hipaactl.lib.contents

deny contains {"assertion": "secrets", "paths": contents.at(path, places), "message": message} if {
	some i, environment in input.environment
	some name, found in environment.variables
	places := contents.told(found, {"credential", "phi"})
	count(places) > 0
	path := sprintf("environment[%d].variables[%q]", [i, name])
	message := sprintf("a variable of the environment holds %s", [contents.said(found, places)])
}

# The key that AWS manages for Lambda is used where none is named.
deny contains {"assertion": "key", "paths": ["kms_key_arn", "_.phi"], "message": "the environment is not encrypted with a key of the customer"} if {
	input._.phi == "yes"
	not input.kms_key_arn
}

not_applicable contains {"assertion": "key", "paths": ["_.phi"], "message": "the function is not marked as handling PHI"} if {
	input._.phi != "yes"
}
