# The policy documents of a resource: its own argument `policy`, if it has one, and what is
# attached to it. A rule that asks declares policy: document and the related list
#
#   policies: {type: aws_sns_topic_policy, on: arn = arn, attributes: {policy: document}}
#
# or, where it is called that, access_policies: document in both places.
package hipaactl.lib.documents

import data.hipaactl.lib.iam

# all are the documents by path.
all["policy"] := input.policy

all[sprintf("_.policies[%d].policy", [i])] := attached.policy if some i, attached in input._.policies

all["access_policies"] := input.access_policies

all[sprintf("_.policies[%d].access_policies", [i])] := attached.access_policies if some i, attached in input._.policies

# public are the paths that show that a statement lets everybody in.
public contains iam.paths(at, document, n) if {
	some at, document in all
	some n in iam.public_statements(document)
}
