# METADATA
# title: Volumes of WorkSpaces are encrypted
# description: >-
#   A desktop keeps what its user saw and saved, in files and in what its programs leave behind. Encryption is chosen when a WorkSpace
#   is made, for the volume of the system and for that of the user, and cannot be added later.
# related_resources:
#   - https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html
#   - https://docs.aws.amazon.com/workspaces/latest/api/API_Workspace.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/workspaces_workspace
# custom:
#   id: HIPAA-WSP-001
#   severity: medium
#   citations: ["164.312(a)(2)(iv)", "164.310(d)(2)(iv)"]
#   resources:
#     aws_workspaces_workspace: {root_volume_encryption_enabled: bool, user_volume_encryption_enabled: bool}
#   assertions:
#     root: {title: The root volume is encrypted, reads: [root_volume_encryption_enabled]}
#     user: {title: The user volume is encrypted, reads: [user_volume_encryption_enabled]}
#   remediation: >-
#     Make the WorkSpace anew with root_volume_encryption_enabled and user_volume_encryption_enabled = true and a
#     volume_encryption_key.
package hipaactl.aws.workspaces.volume_encryption

deny contains {"assertion": volume, "paths": [attribute], "message": sprintf("the %s volume is not encrypted", [volume])} if {
	some volume, attribute in {"root": "root_volume_encryption_enabled", "user": "user_volume_encryption_enabled"}
	not input[attribute]
}
