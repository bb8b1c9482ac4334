# IAM policy documents in their normal form (type `document`): every element of a
# statement is a list, a Principal a map of lists, and "*" is {"AWS": ["*"]}.
package hipaactl.lib.iam

# public holds for an Allow to anybody that no condition narrows.
public(statement) if {
	statement.Effect == "Allow"
	anyone(statement)
	not narrowed(statement)
}

# anyone holds for a statement that names everybody: Principal "*", or an Allow for all but some.
anyone(statement) if {
	some who in statement.Principal
	"*" in who
}

anyone(statement) if {
	statement.Effect == "Allow"
	statement.NotPrincipal
}

# covers holds where the statement's actions include the action: "s3:*" covers "s3:GetObject".
covers(statement, action) if {
	some pattern in statement.Action
	matches(pattern, action)
}

covers(statement, action) if {
	statement.NotAction
	not excluded(statement, action)
}

excluded(statement, action) if {
	some pattern in statement.NotAction
	matches(pattern, action)
}

# matches compares as IAM does: * is any text, ? one character, case does not matter.
matches(pattern, _) if pattern == "*"

matches(pattern, text) if {
	is_string(pattern)
	escaped := regex.replace(lower(pattern), `[.+()|^$\[\]{}\\]`, `\$0`)
	expression := replace(replace(escaped, "*", ".*"), "?", ".")
	regex.match(sprintf("^%s$", [expression]), lower(text))
}

# narrowed holds where a condition limits the caller to fixed accounts, organisations,
# networks or resources, so that "anyone" is not the public. All conditions of a
# statement must hold, so one is enough.
narrowed(statement) if {
	some operator, keys in statement.Condition
	demanding(operator)
	some key, values in keys
	count(values) > 0
	every value in values {
		is_string(value)
		fixed(lower(key), value)
	}
}

# demanding holds for operators that are false where the request lacks the key. One
# with IfExists or ForAllValues lets such a request pass, one with Not lets in all others:
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
demanding(operator) if {
	trim_prefix(lower(operator), "foranyvalue:") in {
		"stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress",
	}
}

# confining are the keys that say who calls, or for which resource or through which
# network, in terms that an outsider cannot choose. Those of S3 are listed at
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
# and all at https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
# and https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
confining := {
	"aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:userid",
	"aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner",
	"aws:sourcevpc", "aws:sourcevpce", "aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths",
	"kms:calleraccount", "kms:viaservice", "s3:dataaccesspointaccount", "s3:dataaccesspointarn",
}

# fixed holds for a value of a confining key that leaves out most of the world.
fixed(key, value) if {
	key == "aws:sourceip"
	narrow_range(value)
}

fixed(key, value) if {
	key in confining
	definite(value)
}

# narrow_range holds for one address and for ranges of at most /8 (IPv6: /32), the
# width from which S3 calls a policy public (see confining).
narrow_range(value) if regex.match(`^[0-9.]+(/([89]|[12][0-9]|3[0-2]))?$`, value)

narrow_range(value) if regex.match(`^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(/(3[2-9]|[4-9][0-9]|1[01][0-9]|12[0-8]))?$`, value)

# definite holds for a value that names one account, organisation or network: without
# wildcards and policy variables, or with them only behind the part that names it.
definite(value) if regex.match(`^[^*?$]+$`, value)

definite(value) if {
	not startswith(value, "arn:")
	regex.match(`^[^*?$/:.]+[/:.]`, value)
}

definite(value) if {
	account(value) != ""
	regex.match(`^[^*?$]+$`, account(value))
}

# account is the account field of an ARN, a bare account number, or "" where a text
# names no account. The judged resource's own account is "ref.account.id".
account(value) := parts[4] if {
	startswith(value, "arn:")
	parts := split(replace(value, "ref:", "ref."), ":") # a token must not count as two fields
	count(parts) > 5
} else := value if {
	regex.match(`^[0-9]{12}$`, value)
} else := ""
