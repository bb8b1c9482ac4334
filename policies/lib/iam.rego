# IAM policy documents in their normal form (type `document`): every element of a
# statement is a list, a Principal a map of lists, and "*" is {"AWS": ["*"]}.
package hipaactl.lib.iam

# anyone holds for a statement that names everybody: Principal "*", or an Allow for all but some.
anyone(statement) if "*" in statement.Principal.AWS

anyone(statement) if "*" in statement.Principal["*"]

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

# reaches holds where the statement's resources include the text: "*" reaches everything.
reaches(statement, text) if {
	some pattern in statement.Resource
	matches(pattern, text)
}

# matches compares as IAM does: * is any text, ? one character, case does not matter.
matches(pattern, text) if pattern == "*"

matches(pattern, text) if {
	escaped := regex.replace(lower(pattern), `[.+()|^$\[\]{}\\]`, `\$0`)
	expression := replace(replace(escaped, "*", ".*"), "?", ".")
	regex.match(sprintf("^%s$", [expression]), lower(text))
}

# narrowed holds where a condition limits the caller to fixed accounts, organisations,
# networks or resources, so that "anyone" is not the public. The keys are those of
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
narrowed(statement) if {
	some operator, keys in statement.Condition
	positive(operator)
	some key, values in keys
	lower(key) in narrowing
	count(values) > 0
	every value in values { fixed(value) }
}

narrowing := {
	"aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths",
	"aws:sourceaccount", "aws:sourcearn", "aws:sourceip", "aws:sourceorgid", "aws:sourceowner",
	"aws:sourcevpc", "aws:sourcevpce", "aws:userid", "kms:calleraccount",
	"s3:dataaccesspointaccount", "s3:dataaccesspointarn",
}

# positive holds for operators that demand a value. One with IfExists lets a request without the key pass.
positive(operator) if regex.match(`^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress)$`, operator)

# fixed holds for a value that is not open to everyone.
fixed(value) if {
	not value in {"*", "0.0.0.0/0", "::/0", "0.0.0.0/1", "128.0.0.0/1"}
	not regex.match(`^arn:[^:]*:[^:]*:[^:]*:\*?:\*$`, value)
}
