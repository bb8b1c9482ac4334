# Conditions of policy statements, as far as they say who or from where.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
package hipaactl.lib.iam_condition

import data.hipaactl.lib.iam_principal

# narrowed holds where a condition limits the caller to fixed accounts, organisations,
# networks or resources, so that "anyone" is not the public. All conditions of a
# statement must hold, so one is enough.
narrowed(statement) if {
	some operator, keys in statement.Condition
	some key, values in keys
	demanding(operator, key, statement)
	confines(key, values)
}

# The mount targets of a file system are in the VPCs of who owns it:
# https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html
narrowed(statement) if {
	some operator, keys in statement.Condition
	lower(operator) == "bool"
	some key, values in keys
	lower(key) == "elasticfilesystem:accessedviamounttarget"
	says(values, "true")
}

# demands holds where a condition asks for definite values of one of the keys, in lower
# case. Values in which a token stands for what apply fills are definite.
demands(statement, wanted) if {
	some operator, keys in statement.Condition
	some key, values in keys
	lower(key) in wanted
	demanding(operator, key, statement)
	count(values) > 0
	every value in values {
		is_string(value)
		definite(value)
	}
}

# limits holds where a condition asks that a key, in lower case, that matches the first
# expression has one of values that all match the second.
limits(statement, keys, accepted) if {
	some operator, members in statement.Condition
	some key, values in members
	regex.match(keys, lower(key))
	demanding(operator, key, statement)
	count(values) > 0
	every value in values {
		is_string(value)
		regex.match(accepted, value)
	}
}

# confines holds for a key and values that leave out most of the world.
confines(key, values) if {
	count(values) > 0
	every value in values {
		is_string(value)
		fixed(lower(key), value)
	}
}

comparing := {"stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress"}

# demanding holds for operators that are false where the request lacks the key. One
# with IfExists or ForAllValues lets such a request pass, unless Null refuses it; one
# with Not lets in all others.
demanding(operator, _, _) if trim_prefix(lower(operator), "foranyvalue:") in comparing

demanding(operator, key, statement) if {
	regex.replace(lower(operator), `^for(any|all)values?:|ifexists$`, "") in comparing
	present(statement, key)
}

# present holds where a statement is only about requests that have the key.
present(statement, key) if {
	some operator, keys in statement.Condition
	lower(operator) == "null"
	some other, values in keys
	lower(other) == lower(key)
	says(values, "false")
}

says(values, text) if {
	count(values) > 0
	every value in values {
		is_string(value)
		lower(value) == text
	}
}

# surely holds where the conditions of a Deny hold for every request that an Allow lets in:
# there are none, the Allow has the same, or they spare only somebody definite of the public.
surely(deny, allow) if {
	every operator, keys in object.get(deny, "Condition", {}) {
		every key, values in keys {
			certain(operator, key, values, allow)
		}
	}
}

certain(operator, key, values, allow) if {
	same := allow.Condition[operator][key]
	count(values) > 0
	{value | some value in same} == {value | some value in values}
	not null in values
}

certain(operator, key, values, allow) if {
	iam_principal.anyone(allow)
	repelling(operator)
	confines(key, values)
}

# repelling holds for operators that are true for everybody whom the values do not
# name, and where the request lacks the key. With ForAnyValue it would not be.
repelling(operator) if {
	regex.replace(lower(operator), `^forallvalues:|ifexists$`, "") in {
		"stringnotequals", "stringnotequalsignorecase", "stringnotlike", "arnnotequals", "arnnotlike", "notipaddress",
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
	account := iam_principal.account(value)
	account != ""
	regex.match(`^[^*?$]+$`, account)
}
