# METADATA
# title: Pipelines sign in to clouds without keys that last
# description: >-
#   A key in the settings of a repository opens the cloud for as long as nobody changes it, for whoever reads it once: from a log, an
#   action that was taken over, or a laptop. A token that the pipeline's own system issues for one run ends with it.
# related_resources:
#   - https://docs.github.com/en/actions/concepts/security/openid-connect
#   - https://docs.gitlab.com/ci/secrets/id_token_authentication/
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html
# custom:
#   id: HIPAA-REPO-007
#   severity: high
#   citations: ["164.312(d)", "164.308(a)(5)(ii)(D)", "164.312(a)(2)(i)"]
#   resources:
#     hipaactl_pipeline_job: {keys: [{lasting: string, unclear: string}]}
#   remediation: >-
#     Let the cloud trust the tokens of the pipeline's system, as with role-to-assume of configure-aws-credentials and the permission
#     id-token, or id_tokens of GitLab; then revoke the key.
package hipaactl.files.sign_in

deny contains {"paths": [sprintf("keys[%d].lasting", [i])], "message": message} if {
	some i, key in input.keys
	message := sprintf("the job signs in with a key that lasts: %s", [key.lasting])
}

unknown contains {"paths": [sprintf("keys[%d].unclear", [i])], "message": message} if {
	some i, key in input.keys
	message := sprintf("with what the job signs in is not said here: %s", [key.unclear])
}

not_applicable contains {"paths": ["keys"], "message": "nothing shows that the job signs in to a cloud"} if count(input.keys) == 0
