# IAM policy documents in their normal form (type `document`): every element of a
# statement is a list, a Principal a map of lists, and "*" is {"AWS": ["*"]}.
#
# Of one statement:
#
#   public(statement)           it allows anybody, and no condition narrows that (Denies are not looked at)
#   anyone(statement)           its principals include everybody
#   covers(statement, action)   its actions include the action, or all that a pattern such as "s3:Get*" stands for
#   narrowed(statement)         a condition of an Allow confines who "everybody" is
#   demands(statement, keys)    a condition asks for definite values of one of the keys, which are in lower case
#   limits(statement, keys, accepted)   a condition asks for values that match an expression, of keys that match another
#   account(text)               the account that an ARN or a number names, or ""
#
# Of a document, with its Deny statements. These are what a rule on a resource policy asks:
#
#   public_statements(document)    the indices of Allows that reach the public and that no Deny takes back
#   public_for(document, action)   those of them that let the public do the action (or pattern)
#   allowed(document, statement, action)   whether something of an Allow is left, by action and resource
#   paths(at, document, n)         what a denial about Statement[n] rests on, for its paths; at is the document's own
#
#   spelled(document, expression)  the actions that Allows spell out so that the expression matches, any case
#
#   deny contains {"paths": iam.paths("policy", input.policy, n), "message": "..."} if {
#     some n in iam.public_statements(input.policy)
#   }
#
# A document is judged alone: what other policies, boundaries or the organisation deny is not seen here.
package hipaactl.lib.iam

import data.hipaactl.lib.iam_condition
import data.hipaactl.lib.iam_effect
import data.hipaactl.lib.iam_pattern
import data.hipaactl.lib.iam_principal

public(statement) if {
	statement.Effect == "Allow"
	anyone(statement)
	not narrowed(statement)
}

anyone(statement) if iam_principal.anyone(statement)

narrowed(statement) if iam_condition.narrowed(statement)

demands(statement, keys) if iam_condition.demands(statement, keys)

limits(statement, keys, accepted) if iam_condition.limits(statement, keys, accepted)

covers(statement, action) if iam_pattern.acts(statement, action)

matches(pattern, text) if iam_pattern.matches(pattern, text)

account(text) := iam_principal.account(text)

public_statements(document) := {n |
	some n, statement in document.Statement
	public(statement)
	some action in iam_pattern.actions(statement)
	allowed(document, statement, action)
}

public_for(document, action) := {n |
	some n, statement in document.Statement
	public(statement)
	covers(statement, action)
	allowed(document, statement, action)
}

# allowed holds where on one of the statement's resources no Deny takes the action back.
allowed(document, statement, action) if {
	some resource in iam_pattern.resources(statement)
	not iam_effect.denied(document, statement, action, resource)
}

spelled(document, expression) := {action |
	some statement in document.Statement
	statement.Effect == "Allow"
	some action in statement.Action
	is_string(action)
	regex.match(expression, lower(action))
}

# A Deny of which a part was not seen may take the statement back.
paths(at, document, n) := array.concat([path(at, n)], [path(at, m) |
	some m, other in document.Statement
	m != n
	iam_effect.hides_deny(document, other)
])

path(at, n) := sprintf("%s.Statement[%d]", [at, n])
