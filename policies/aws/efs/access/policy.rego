# METADATA
# title: EFS asks for TLS and for an identity
# description: >-
#   Without a policy whoever reaches a mount target over the network reads and writes, in plain text and without a name. An access
#   point that takes over the user of the client, or shows everything from the root on, tells nobody apart either.
# related_resources:
#   - https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
#   - https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html
#   - https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html
# custom:
#   id: HIPAA-EFS-003
#   severity: medium
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(a)(1)", "164.312(a)(2)(i)"]
#   resources:
#     aws_efs_file_system: {}
#     aws_efs_access_point: {posix_user: [{}], root_directory: [{path: string}]}
#   related:
#     policies: {type: aws_efs_file_system_policy, on: file_system_id = id, attributes: {policy: document}}
#   assertions:
#     tls: {title: The file system's policy denies what comes without TLS, reads: ["_.policies[*].policy"]}
#     identity: {title: The file system's policy lets nobody in without a name, reads: ["_.policies[*].policy"]}
#     user: {title: The access point has a user of its own, reads: [posix_user]}
#     root: {title: The access point shows a directory of its own, reads: [root_directory]}
#   remediation: >-
#     Attach an aws_efs_file_system_policy that names who may mount and denies everything where aws:SecureTransport is false, and
#     give each access point a posix_user and a root_directory other than /.
package hipaactl.aws.efs.access

import data.hipaactl.lib.documents
import data.hipaactl.lib.iam

file_system if input._.type == "aws_efs_file_system"

access_point if not file_system

mount := "elasticfilesystem:ClientMount"

refuses_plain if {
	some attached in input._.policies
	some statement in attached.policy.Statement
	documents.refuses_plain(statement)
	iam.covers(statement, mount)
	some resource in statement.Resource
	resource in {"*", "ref:self.arn"}
}

deny contains {"assertion": "tls", "paths": ["_.policies[*].policy", "_.policies"], "message": "no policy denies to mount the file system without TLS"} if {
	file_system
	not refuses_plain
}

deny contains {"assertion": "identity", "paths": ["_.policies"], "message": "the file system has no policy, so that everybody who reaches it may mount it"} if {
	file_system
	count(input._.policies) == 0
}

deny contains {"assertion": "identity", "paths": iam.paths(at, document, n), "message": "the policy lets everybody mount the file system"} if {
	file_system
	some at, document in documents.all
	some n in (iam.public_for(document, mount) | through_target(document))
}

# through_target are the Allows to everybody who comes through a mount target. These are not
# public, but whoever is in the network needs no name:
# https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html
through_target(document) := {n |
	some n, statement in document.Statement
	statement.Effect == "Allow"
	iam.anyone(statement)
	iam.covers(statement, mount)
	[_, "elasticfilesystem:accessedviamounttarget", _] = documents.only_condition(statement)
	iam.allowed(document, statement, mount)
}

deny contains {"assertion": "user", "paths": ["posix_user"], "message": "the access point has no user of its own"} if {
	access_point
	count(object.get(input, "posix_user", [])) == 0
}

apart if {
	some directory in input.root_directory
	path := directory.path
	not path in {"", "/"}
}

deny contains {"assertion": "root", "paths": ["root_directory"], "message": "the access point shows the file system from its root on"} if {
	access_point
	not apart
}

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "this is asked of access points"} if {
	file_system
	some assertion in {"user", "root"}
}

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "this is asked of file systems"} if {
	access_point
	some assertion in {"tls", "identity"}
}
