# METADATA
# title: Terraform state is encrypted and locked
# description: >-
#   State holds what Terraform knows of every resource, passwords and keys included, in plain text. Whoever reads it has them; and two
#   runs that write it at once leave a state that is true of neither. It belongs into a backend that encrypts and locks it, and
#   never into the repository.
# related_resources:
#   - https://developer.hashicorp.com/terraform/language/state/sensitive-data
#   - https://developer.hashicorp.com/terraform/language/backend
#   - https://developer.hashicorp.com/terraform/language/backend/s3
#   - https://opentofu.org/docs/language/state/encryption/
# custom:
#   id: HIPAA-REPO-009
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(a)(1)", "164.312(c)(1)"]
#   resources:
#     hipaactl_state_backend: {kind: string, fixture: bool, client_encrypted: bool, encrypt: bool, lock: bool, insecure: bool}
#     hipaactl_state_file: {fixture: bool, encrypted: bool, holds: bool}
#   assertions:
#     file: {title: No state lies in the repository, reads: [fixture, encrypted, holds]}
#     encrypted: {title: The backend encrypts the state, reads: [kind, fixture, client_encrypted, encrypt]}
#     locked: {title: The backend locks the state, reads: [kind, fixture, lock]}
#     transport: {title: The state travels encrypted, reads: [kind, fixture, insecure]}
#   params:
#     customer_key: {type: bool, default: false, stricter: true, source: "the Rule names no kind of key; one of your own makes access to it a decision of yours"}
#   remediation: >-
#     Keep state in a backend that encrypts and locks it: for S3 set encrypt = true and use_lockfile = true. Take state files out of
#     the repository and of its history, and change the secrets that they held.
package hipaactl.files.terraform_state

# always are the backends whose service encrypts what it keeps, whatever the configuration says.
always := {"cloud", "remote", "gcs", "azurerm", "oci"}

# asked are those that encrypt where the block has it so.
asked := {"s3", "oss", "cos"}

# locks are those that lock without being told, and optional those that have to be told.
locks := {"cloud", "remote", "gcs", "azurerm", "oci", "consul", "kubernetes", "pg", "cos", "local"}

optional := {"s3", "oss", "http"}

is_backend if input._.type == "hipaactl_state_backend"

is_file if input._.type == "hipaactl_state_file"

of_backends := {"encrypted", "locked", "transport"}

not_applicable contains {"assertion": name, "paths": ["fixture"], "message": "it is for tests or examples"} if {
	input.fixture
	some name in of_backends | {"file"}
}

not_applicable contains {"assertion": "file", "paths": ["fixture"], "message": "it is not a state"} if is_backend

not_applicable contains {"assertion": name, "paths": ["fixture"], "message": "it is not a backend"} if {
	is_file
	some name in of_backends
}

deny contains {"assertion": "file", "paths": ["fixture", "encrypted", "holds"], "message": "state that is not encrypted lies in the repository"} if {
	is_file
	not input.fixture
	not input.encrypted
	input.holds
}

deny contains {"assertion": "encrypted", "paths": ["kind", "fixture", "client_encrypted"], "message": "the state lies in plain text with whoever runs Terraform, as without a backend"} if {
	is_backend
	not input.fixture
	not input.client_encrypted
	input.kind == "local"
}

deny contains {"assertion": "encrypted", "paths": ["kind", "fixture", "client_encrypted", "encrypt"], "message": sprintf("the %s backend is not told to encrypt the state", [input.kind])} if {
	is_backend
	not input.fixture
	not input.client_encrypted
	input.kind in asked
	not input.encrypt
}

unknown contains {"assertion": "encrypted", "paths": ["kind"], "message": sprintf("a %s backend does not say in its block whether the state is encrypted where it is kept", [input.kind])} if {
	is_backend
	not input.client_encrypted
	not input.kind in always
	not input.kind in asked
	input.kind != "local"
}

deny contains {"assertion": "locked", "paths": ["kind", "fixture", "lock"], "message": sprintf("the %s backend is not told to lock the state", [input.kind])} if {
	is_backend
	not input.fixture
	input.kind in optional
	not input.lock
}

unknown contains {"assertion": "locked", "paths": ["kind"], "message": sprintf("whether a %s backend locks the state is not known here", [input.kind])} if {
	is_backend
	not input.kind in locks
	not input.kind in optional
}

deny contains {"assertion": "transport", "paths": ["kind", "fixture", "insecure"], "message": "the state travels without TLS, or nobody verifies the server"} if {
	is_backend
	not input.fixture
	input.insecure
}
