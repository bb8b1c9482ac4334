# Whom a policy statement is about.
package hipaactl.lib.iam_principal

# anyone holds for a statement that names everybody: Principal "*", or an Allow for all but
# some. Parts of an ARN cannot be wildcards:
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
anyone(statement) if {
	some who in statement.Principal
	"*" in who
}

anyone(statement) if {
	statement.Effect == "Allow"
	statement.NotPrincipal
}

# reaches holds for a Deny about all whom an Allow is about. In a policy of an identity
# neither names a principal: it is the identity.
reaches(deny, allow) if {
	not names(deny)
	not names(allow)
}

reaches(deny, allow) if {
	names(allow)
	anyone(deny)
}

# A Deny for all but some leaves those, so the public is not among them.
reaches(deny, allow) if {
	anyone(allow)
	deny.NotPrincipal
	not everybody(deny.NotPrincipal)
}

reaches(deny, allow) if {
	allow.Principal
	every kind, list in allow.Principal {
		every who in list { who in deny.Principal[kind] }
	}
}

everybody(principals) if {
	some list in principals
	"*" in list
}

names(statement) if statement.Principal

names(statement) if statement.NotPrincipal

# account is the account field of an ARN, a bare account number, or "" where a text
# names no account. The judged resource's own account is "ref.account.id".
account(value) := parts[4] if {
	startswith(value, "arn:")
	parts := split(replace(value, "ref:", "ref."), ":") # a token must not count as two fields
	count(parts) > 5
} else := value if {
	regex.match(`^[0-9]{12}$`, value)
} else := ""
