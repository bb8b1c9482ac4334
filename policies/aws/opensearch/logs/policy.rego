# METADATA
# title: OpenSearch domains log audit events and errors
# description: >-
#   Audit logs tell who asked for which documents, application logs what went wrong. A domain publishes neither until it is
#   told to.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html
# custom:
#   id: HIPAA-OSS-005
#   severity: medium
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   resources: {aws_opensearch_domain: {log_publishing_options: [{log_type: string, enabled: bool}]}}
#   assertions:
#     audit: {title: Audit logs are published}
#     errors: {title: Error logs are published}
#   remediation: Add log_publishing_options for AUDIT_LOGS and ES_APPLICATION_LOGS. Audit logs need fine-grained access control, and are then turned on in OpenSearch itself.
package hipaactl.aws.opensearch.logs

published contains block.log_type if {
	some block in input.log_publishing_options
	block.enabled
}

deny contains {"assertion": assertion, "paths": paths, "message": sprintf("%s are not published", [what])} if {
	some assertion, what in {"audit": "audit logs", "errors": "application logs"}
	not {"audit": "AUDIT_LOGS", "errors": "ES_APPLICATION_LOGS"}[assertion] in published
	paths := ["log_publishing_options[*].log_type", "log_publishing_options[*].enabled"]
}
