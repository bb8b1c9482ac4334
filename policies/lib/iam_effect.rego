# What a policy's Deny statements take back of its Allows. An explicit Deny outweighs any Allow:
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html
package hipaactl.lib.iam_effect

import data.hipaactl.lib.iam_condition
import data.hipaactl.lib.iam_pattern
import data.hipaactl.lib.iam_principal

# denied holds where one Deny surely takes all of an action (or pattern) on a resource (or pattern)
# back from everybody whom the Allow lets in. A Deny with a condition does not, unless the
# condition holds for all of them.
denied(document, allow, action, resource) if {
	some deny in document.Statement
	deny.Effect == "Deny"
	iam_pattern.acts(deny, action)
	iam_pattern.lies_on(deny, resource)
	iam_principal.reaches(deny, allow)
	iam_condition.surely(deny, allow)
}

# hides_deny holds for a statement that is, or may be, a Deny and of which a part was not
# seen: what was seen of it is no proof that it does not take an Allow back.
hides_deny(_, statement) if not is_object(statement)

hides_deny(document, statement) if {
	object.get(statement, "Effect", "") != "Allow"
	incomplete(document, statement)
}

incomplete(_, statement) if walk(statement, [_, null])

incomplete(_, statement) if not statement.Effect

incomplete(_, statement) if {
	not statement.Action
	not statement.NotAction
}

# Either all statements of a document name principals, or none does.
incomplete(document, statement) if {
	not iam_principal.names(statement)
	some other in document.Statement
	iam_principal.names(other)
}
