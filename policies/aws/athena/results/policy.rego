# METADATA
# title: Athena encrypts results, and clients cannot decide otherwise
# description: >-
#   Results of queries are copies of the data that they read. Where a workgroup does not enforce its settings every client
#   chooses where its results go and whether they are encrypted.
# related_resources:
#   - https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html
#   - https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
#   - https://docs.aws.amazon.com/athena/latest/ug/managed-results.html
# custom:
#   id: HIPAA-ATH-001
#   severity: medium
#   citations: ["164.312(a)(2)(iv)", "164.312(b)"]
#   resources:
#     aws_athena_workgroup:
#       configuration:
#         - enforce_workgroup_configuration: bool
#           result_configuration: [{encryption_configuration: [{encryption_option: string}]}]
#           managed_query_results_configuration: [{enabled: bool, encryption_configuration: [{kms_key: string}]}]
#   assertions:
#     enforced:
#       title: The workgroup's settings hold for every query
#       reads: ["configuration[*].enforce_workgroup_configuration"]
#     encrypted:
#       title: Results are encrypted
#       reads: ["configuration[*].result_configuration", "configuration[*].managed_query_results_configuration"]
#     kms:
#       title: Results of a workgroup that queries PHI are encrypted with a KMS key
#       reads: ["configuration[*].result_configuration", "configuration[*].managed_query_results_configuration"]
#   remediation: Set enforce_workgroup_configuration = true and an encryption_configuration with SSE_KMS in result_configuration.
package hipaactl.aws.athena.results

deny contains {"assertion": "enforced", "paths": [path], "message": "clients may override the workgroup's settings"} if {
	some i, settings in input.configuration
	settings.enforce_workgroup_configuration == false
	path := sprintf("configuration[%d].enforce_workgroup_configuration", [i])
}

options contains encryption.encryption_option if {
	some settings in input.configuration
	some results in settings.result_configuration
	some encryption in results.encryption_configuration
}

# What Athena keeps itself it encrypts, with a key that it owns unless another one is named.
managed contains object.get(results, "encryption_configuration", []) if {
	some settings in input.configuration
	some results in settings.managed_query_results_configuration
	results.enabled
}

kms if {
	some option in options
	option in {"SSE_KMS", "CSE_KMS"}
}

kms if {
	some encryption in managed
	some block in encryption
	block.kms_key != ""
}

shown := ["configuration[*].result_configuration", "configuration[*].managed_query_results_configuration"]

deny contains {"assertion": "encrypted", "paths": shown, "message": "results are not encrypted"} if {
	count(options) == 0
	count(managed) == 0
}

deny contains {"assertion": "kms", "paths": shown, "message": "results may hold PHI, and no KMS key encrypts them"} if {
	input._.phi == "yes"
	not kms
}

not_applicable contains {"assertion": "kms", "paths": ["_.phi"], "message": "only results that may hold PHI need a KMS key"} if {
	input._.phi != "yes"
}
