# METADATA
# title: KMS key policies name who may use the key
# description: >-
#   A key policy is the last word on a key. An Allow for Principal "*" without a condition that confines it lets every
#   AWS account use or administer the key, and an account that nobody listed can decrypt PHI.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
#   - https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
#   - https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
# custom:
#   id: HIPAA-KMS-003
#   severity: high
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(C)", "164.312(a)(2)(iv)"]
#   resources:
#     aws_kms_key: &key {policy: document}
#     aws_kms_external_key: *key
#     aws_kms_replica_key: *key
#   related:
#     policies: {type: aws_kms_key_policy, on: key_id = id, attributes: *key}
#   params:
#     accounts: {type: [string], default: [], stricter: fewer, source: the accounts that the organisation shares PHI keys with}
#   assertions:
#     wildcard: {title: No Allow names every principal without a confining condition}
#     accounts: {title: A key for PHI is shared with listed accounts only}
#   remediation: >-
#     Name the principals, or confine the wildcard with kms:CallerAccount, kms:ViaService or aws:PrincipalOrgID. Write the
#     key's own account with data.aws_caller_identity, and list the accounts that PHI is shared with in the parameter accounts.
package hipaactl.aws.kms.key_policy

import data.hipaactl.lib.iam
import data.hipaactl.lib.iam_sharing

# documents are the key's own argument and the policies attached to it, by path.
documents["policy"] := input.policy

documents[sprintf("_.policies[%d].policy", [i])] := attached.policy if some i, attached in input._.policies

deny contains {"assertion": "wildcard", "paths": iam.paths(at, document, n), "message": message} if {
	some at, document in documents
	some n in iam.public_statements(document)
	message := "the key policy allows every principal of every account, and no condition confines it"
}

# foreign are the accounts that a PHI key is shared with by their number, by path, but
# for the listed ones.
foreign[path] := account if {
	input._.phi == "yes"
	some at, document in documents
	some path, account in iam_sharing.named(at, document, data.params.accounts)
}

certain if iam_sharing.certain(foreign, data.params.accounts)

deny contains {"assertion": "accounts", "paths": [path | some path, _ in foreign], "message": message} if {
	count(foreign) > 0
	certain
	message := "a key for PHI is shared with an account that is not on the list"
}

unknown contains {"assertion": "accounts", "paths": [path], "message": message} if {
	some path, _ in foreign
	not certain
	message := "whether this is the key's own account is not in the code: name it by data.aws_caller_identity, or list it"
}

not_applicable contains {"assertion": "accounts", "paths": ["_.phi"], "message": "the key is not marked as protecting PHI"} if {
	input._.phi != "yes"
}
