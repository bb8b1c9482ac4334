# What a policy of an identity grants on all resources.
package hipaactl.lib.iam_grants

import data.hipaactl.lib.iam_condition
import data.hipaactl.lib.iam_effect
import data.hipaactl.lib.iam_pattern

# wide are the indices of Allows that give the action (or pattern) on all resources of its
# service, and of which no Deny takes that back. A condition on the tags of resources keeps to some.
wide(document, action) := {n |
	some n, statement in document.Statement
	statement.Effect == "Allow"
	iam_pattern.acts(statement, action)
	not tagged(statement)
	unlimited(document, statement, action)
}

unlimited(document, statement, action) if {
	some resource in iam_pattern.resources(statement)
	whole(resource)
	not iam_effect.denied(document, statement, action, resource)
	not spared(statement)
}

# spared holds for an exception that leaves nothing.
spared(statement) if {
	some resource in statement.NotResource
	regex.match(`^\*+$`, resource)
}

# whole holds for a resource that stands for all of a service, or all of one kind such as
# arn:aws:kms:*:*:key/*. The resources of S3 have no kind: what stands there is a name.
whole(resource) if regex.match(`^\*+$`, resource)

whole(resource) if {
	parts := fields(resource)
	count(parts) < 6
	endswith(resource, "*")
}

whole(resource) if {
	parts := fields(resource)
	count(parts) > 5
	rest := concat(":", array.slice(parts, 5, count(parts)))
	regex.match({true: `^\*+(/\*+)?$`, false: `^([A-Za-z0-9-]+[/:])?\*+$`}[parts[2] == "s3"], rest)
}

fields(resource) := split(replace(resource, "ref:", "ref."), ":") if startswith(resource, "arn:")

# tagged holds where a condition asks for a tag of the resource.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
tagged(statement) if iam_condition.limits(statement, `^[a-z0-9-]+:(resourcetag|existingobjecttag)/`, `[^*]`)
