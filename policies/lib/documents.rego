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

# only_condition is a statement's condition where there is exactly one: a second would
# have to hold as well, and let through what does not meet it.
only_condition(statement) := [lower(operator), lower(key), values] if {
	[[operator, keys]] := [[o, k] | some o, k in statement.Condition]
	[[key, values]] := [[k, v] | some k, v in keys]
}

# refuses_plain holds for a Deny to everybody of whatever comes without TLS.
refuses_plain(statement) if {
	statement.Effect == "Deny"
	iam.anyone(statement)
	[operator, key, values] := only_condition(statement)
	operator in {"bool", "boolifexists"}
	key == "aws:securetransport"
	"false" in values
}
