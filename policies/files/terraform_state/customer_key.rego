# METADATA
# title: Terraform state is encrypted with a key of one's own
# description: With the key of the service nobody here decides, and no key policy says, who may decrypt the state.
# related_resources:
#   - https://developer.hashicorp.com/terraform/language/backend/s3
#   - https://developer.hashicorp.com/terraform/language/backend/gcs
# custom:
#   id: HIPAA-REPO-009
#   when: customer_key
#   severity: high
#   citations: ["164.312(a)(2)(iv)"]
#   resources: {hipaactl_state_backend: {kind: string, fixture: bool, customer_key: bool}}
#   assertions:
#     customer_key: {title: The state is encrypted with a key of one's own}
#   remediation: Name the key in the backend block, for S3 with kms_key_id.
package hipaactl.files.terraform_state_customer_key

# named are the backends whose block names the key.
named := {"s3", "gcs", "oss"}

not_applicable contains {"assertion": "customer_key", "paths": ["fixture"], "message": "it is for tests or examples"} if input.fixture

deny contains {"assertion": "customer_key", "paths": ["kind", "fixture", "customer_key"], "message": "the backend names no key of one's own"} if {
	not input.fixture
	input.kind in named
	not input.customer_key
}

unknown contains {"assertion": "customer_key", "paths": ["kind"], "message": sprintf("a %s backend does not say in its block which key encrypts the state", [input.kind])} if {
	not input.kind in named
}
