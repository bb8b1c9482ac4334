# METADATA
# title: Actions, images and modules are pinned
# description: >-
#   A branch or tag is whatever its owner, or whoever takes the account over, makes of it tomorrow; and it runs with the pipeline's
#   rights. A commit or digest is what was looked at.
# related_resources:
#   - https://docs.github.com/en/actions/reference/security/secure-use
#   - https://docs.docker.com/build/building/best-practices/
#   - https://developer.hashicorp.com/terraform/language/modules/sources
# custom:
#   id: HIPAA-REPO-008
#   severity: medium
#   citations: ["164.312(c)(1)", "164.312(c)(2)"]
#   resources:
#     hipaactl_reference: {kind: string, pin: string}
#   assertions:
#     branch: {title: Nothing is taken from a branch or without a version, reads: [kind, pin]}
#     tag: {title: What has a commit or digest is named by it, severity: info, reads: [kind, pin]}
#   remediation: Name actions by the commit, images by the digest, modules by a version or commit; verify scripts by a checksum before they run.
package hipaactl.files.pinned

moving := {
	"branch": "a branch",
	"latest": "the tag latest",
	"none": "no version",
}

deny contains {"assertion": "branch", "paths": ["kind", "pin"], "message": message} if {
	input.kind != "script"
	message := sprintf("the %s is named by %s", [input.kind, moving[input.pin]])
}

deny contains {"assertion": "branch", "paths": ["kind", "pin"], "message": "a script is run as it is downloaded"} if {
	input.kind == "script"
	input.pin == "none"
}

deny contains {"assertion": "branch", "paths": ["kind", "pin"], "message": message} if {
	input.pin == "version"
	input.kind != "module" # a registry of modules keeps what a version is
	message := sprintf("the %s is named by a version alone", [input.kind])
}

unknown contains {"assertion": "branch", "paths": ["pin"], "message": "the name may be that of a branch or of a tag"} if input.pin == "name"

deny contains {"assertion": "tag", "paths": ["kind", "pin"], "message": sprintf("the %s is named by a tag, which can be moved", [input.kind])} if {
	input.pin in {"tag", "name"}
}

not_applicable contains {"assertion": "tag", "paths": ["pin"], "message": "it is not named by a tag"} if input.pin in object.keys(moving)
