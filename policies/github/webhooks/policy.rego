# METADATA
# title: Webhooks are delivered over TLS and signed
# description: A webhook sends what happens in a repository to another system. Over http, or where the certificate is not verified, anybody on the way reads and changes it, and without a secret the receiver cannot tell whether GitHub sent it.
# related_resources:
#   - https://docs.github.com/webhooks/using-webhooks/best-practices-for-using-webhooks
#   - https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_webhook.md
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/organization_webhook.md
# custom:
#   id: HIPAA-GH-016
#   severity: low
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(c)(2)"]
#   resources:
#     github_repository_webhook: &hook {active: bool, configuration: [{url: string, insecure_ssl: bool, secret: string}]}
#     github_organization_webhook: *hook
#   remediation: Deliver to an https address, leave insecure_ssl off, and set a secret that the receiver verifies.
package hipaactl.github.webhooks

not_applicable contains {"paths": ["active"], "message": "the webhook is turned off"} if input.active == false

deny contains {"paths": ["active", sprintf("configuration[%d].url", [i])], "message": "the webhook is not delivered over https"} if {
	input.active
	some i, hook in input.configuration
	not startswith(lower(hook.url), "https://")
}

deny contains {"paths": ["active", sprintf("configuration[%d].insecure_ssl", [i])], "message": "the certificate of the receiver is not verified"} if {
	input.active
	some i, hook in input.configuration
	hook.insecure_ssl
}

deny contains {"paths": ["active", sprintf("configuration[%d].secret", [i])], "message": "deliveries are not signed, as the webhook has no secret"} if {
	input.active
	some i, hook in input.configuration
	not signed(hook)
}

signed(hook) if hook.secret != ""
