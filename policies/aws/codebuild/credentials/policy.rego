# METADATA
# title: CodeBuild keeps no credentials in the clear, and logs and output encrypted
# description: >-
#   Whoever may see a build project sees its plain variables and the addresses of its sources. Without logs nobody can tell what
#   a build did, and what builds leave behind may hold what they read.
# related_resources:
#   - https://docs.aws.amazon.com/codebuild/latest/userguide/data-protection.html
#   - https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html
#   - https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html
#   - https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectArtifacts.html
#   - https://docs.aws.amazon.com/config/latest/developerguide/codebuild-project-envvar-awscred-check.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_project
# custom:
#   id: HIPAA-CBD-001
#   severity: high
#   citations: ["164.308(a)(5)(ii)(D)", "164.312(a)(1)", "164.312(b)"]
#   resources:
#     aws_codebuild_project:
#       environment: [{environment_variable: [{name: string, type: string, value: examined(name)}]}]
#       source: [{location: examined}]
#       secondary_sources: [{location: examined}]
#       logs_config:
#         - cloudwatch_logs: [{status: string}]
#           s3_logs: [{status: string, encryption_disabled: bool}]
#       artifacts: [{type: string, encryption_disabled: bool}]
#       secondary_artifacts: [{encryption_disabled: bool}]
#   params:
#     confidence: {type: "[string]", default: [medium, high], stricter: more, source: "hipaactl's own choice: from medium on, a form, check digit or surroundings rule most else out"}
#     kinds: {type: "[string]", default: ["*"], stricter: more, source: every kind that is known}
#   assertions:
#     variables: {title: No plain variable of the builds holds a credential, reads: [environment]}
#     sources: {title: No address of a source holds a credential, reads: [source, secondary_sources]}
#     logs:
#       title: Builds are logged
#       reads: ["logs_config[*].cloudwatch_logs", "logs_config[*].s3_logs[*].status"]
#     encryption: {title: What builds leave behind is encrypted, reads: ["logs_config[*].s3_logs", artifacts, secondary_artifacts]}
#   remediation: >-
#     Give variables the type SECRETS_MANAGER or PARAMETER_STORE and name a secret as their value, and connect to the source through
#     CodeConnections. Leave CloudWatch Logs on and encryption_disabled off. Replace what the project gave away.
package hipaactl.aws.codebuild.credentials

import data.hipaactl.lib.contents

deny contains {"assertion": "variables", "paths": array.concat([at(i, j, "name"), at(i, j, "type")], contents.at(at(i, j, "value"), places)), "message": message} if {
	some i, environment in input.environment
	some j, variable in environment.environment_variable
	plain(variable)
	places := contents.told(variable.value, {"credential"})
	count(places) > 0
	message := sprintf("a plain variable of the builds holds %s", [contents.said(variable.value, places)])
}

# The name alone tells, as it does for AWS Config: values are not read from accounts.
deny contains {"assertion": "variables", "paths": [at(i, j, "name"), at(i, j, "type")], "message": "a plain variable of the builds is an AWS access key"} if {
	some i, environment in input.environment
	some j, variable in environment.environment_variable
	plain(variable)
	variable.name in {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"}
}

plain(variable) if variable.type == "PLAINTEXT"

at(i, j, attribute) := sprintf("environment[%d].environment_variable[%d].%s", [i, j, attribute])

deny contains {"assertion": "sources", "paths": contents.at(path, places), "message": message} if {
	some attribute in ["source", "secondary_sources"]
	some i, source in input[attribute]
	places := contents.told(source.location, {"credential"})
	count(places) > 0
	path := sprintf("%s[%d].location", [attribute, i])
	message := sprintf("the address of a source holds %s", [contents.said(source.location, places)])
}

# CloudWatch Logs are on where nothing is said.
deny contains {"assertion": "logs", "paths": [path, "logs_config[*].s3_logs[*].status"], "message": "builds are not logged"} if {
	some i, logs in input.logs_config
	some j, group in logs.cloudwatch_logs
	group.status == "DISABLED"
	not to_bucket
	path := sprintf("logs_config[%d].cloudwatch_logs[%d].status", [i, j])
}

to_bucket if input.logs_config[_].s3_logs[_].status == "ENABLED"

deny contains {"assertion": "encryption", "paths": [path.status, path.encryption_disabled], "message": "logs are put into a bucket without encryption"} if {
	some i, logs in input.logs_config
	some j, bucket in logs.s3_logs
	bucket.status == "ENABLED"
	bucket.encryption_disabled
	path := {name: sprintf("logs_config[%d].s3_logs[%d].%s", [i, j, name]) | some name in ["status", "encryption_disabled"]}
}

# Without artifacts nothing is put anywhere, whatever is said of their encryption.
deny contains {"assertion": "encryption", "paths": [sprintf("artifacts[%d].encryption_disabled", [i]), sprintf("artifacts[%d].type", [i])], "message": unencrypted} if {
	some i, artifacts in input.artifacts
	artifacts.encryption_disabled
	artifacts.type != "NO_ARTIFACTS"
}

deny contains {"assertion": "encryption", "paths": [sprintf("secondary_artifacts[%d].encryption_disabled", [i])], "message": unencrypted} if {
	some i, artifacts in input.secondary_artifacts
	artifacts.encryption_disabled
}

unencrypted := "the output of builds is not encrypted"
