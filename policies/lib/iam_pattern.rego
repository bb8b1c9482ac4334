# Actions and resources of policy statements, which are patterns: * is any text, ? one character.
package hipaactl.lib.iam_pattern

# matches compares actions as IAM does: case does not matter.
matches(pattern, _) if pattern == "*"

matches(pattern, text) if {
	is_string(pattern)
	is_string(text)
	includes(lower(pattern), lower(text))
}

# includes holds where a pattern covers everything that another one stands for: "s3:*"
# includes "s3:Get*". Only * includes a *. A policy variable stands for itself alone.
includes(pattern, text) if pattern == text

includes(pattern, text) if {
	is_string(pattern)
	is_string(text)
	not contains(pattern, "${")
	escaped := regex.replace(pattern, `[.+()|^$\[\]{}\\]`, `\$0`)
	expression := replace(replace(escaped, "*", ".*"), "?", "[^*]")
	regex.match(sprintf("^%s$", [expression]), text)
}

# apart holds where nothing can be meant by both: neither is in the other and, where
# both have wildcards, what stands before the first of them differs.
apart(one, other) if {
	is_string(one)
	is_string(other)
	not includes(one, other)
	not includes(other, one)
	not startswith(head(one), head(other))
	not startswith(head(other), head(one))
}

apart(one, other) if outside(one, other)

apart(one, other) if outside(other, one)

# outside holds for plain text that a pattern without variables does not match.
outside(text, pattern) if {
	plain(text)
	is_string(pattern)
	not contains(pattern, "${")
	not includes(pattern, text)
}

head(pattern) := regex.split(`[*?$]`, pattern)[0]

plain(text) if {
	is_string(text)
	not regex.match(`[*?]|\$\{`, text)
}

# acts holds where the statement is about the action: by Action, or by NotAction that leaves it over.
acts(statement, action) if {
	some pattern in statement.Action
	matches(pattern, action)
}

acts(statement, action) if {
	statement.NotAction
	not excluded(statement, action)
}

# A pattern is excluded as soon as a part of it may be.
excluded(statement, action) if {
	some pattern in statement.NotAction
	is_string(pattern)
	not apart(lower(pattern), lower(action))
}

# lies_on holds where the statement is about all that a resource's pattern stands for. One
# that names no resource, as in a role's trust policy, is about what it is attached to.
lies_on(statement, resource) if {
	some pattern in statement.Resource
	includes(pattern, resource)
}

lies_on(statement, resource) if {
	statement.NotResource
	every pattern in statement.NotResource { apart(pattern, resource) }
}

lies_on(statement, _) if {
	not statement.Resource
	not statement.NotResource
}

# actions are the patterns that a statement is about. One by exception, or of which none was
# seen, is taken for everything.
actions(statement) := {action | some action in statement.Action; is_string(action)} if {
	statement.Action
} else := {"*"}

resources(statement) := {resource | some resource in statement.Resource; is_string(resource)} if {
	statement.Resource
} else := {"*"}
