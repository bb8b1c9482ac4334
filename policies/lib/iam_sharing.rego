# With which other accounts a policy document shares something.
package hipaactl.lib.iam_sharing

import data.hipaactl.lib.iam
import data.hipaactl.lib.iam_principal

# named are the accounts that Allows name by their number and that are not on the list, by the
# path of the principal. at is the path of the document. One of them may be the own account.
named(at, document, listed) := {path: account |
	some n, statement in document.Statement
	statement.Effect == "Allow"
	some i, principal in statement.Principal.AWS
	is_string(principal)
	account := iam_principal.account(principal)
	regex.match(`^[0-9]{12}$`, account)
	not account in listed
	path := sprintf("%s.Principal.AWS[%d]", [iam.path(at, n), i])
}

# certain holds where a named account cannot be the own one: live that is never written as a
# number, in code it is on the list if there is one, and else at most one of several.
certain(_, _) if input._.source == "live"

certain(_, listed) if count(listed) > 0

certain(accounts, _) if count({account | some account in accounts}) > 1
