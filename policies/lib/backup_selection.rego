# Whether a selection of AWS Backup takes the judged resource in. A policy that asks
# declares tags_all and what names the resource (see kinds), and these related lists:
#
#   selection: {type: aws_backup_selection, on: 'resources[] = arn', more: helps}
#   nearby:
#     type: aws_backup_selection
#     on: region
#     more: helps
#     attributes:
#       resources: [string]
#       not_resources: [string]
#       selection_tag: [{key: string, value: string}]
#       condition:
#         - string_equals: &pairs [{key: string, value: string}]
#           string_like: *pairs
#           string_not_equals: *pairs
#           string_not_like: *pairs
#   settings: {type: aws_backup_region_settings, on: region, attributes: {resource_type_opt_in_preference: map(bool)}}
#
# and says, with an assertion that reads [_.selection, _.nearby, _.settings] (of the tags a verdict
# reads those alone that a selection speaks of):
#
#   deny contains {"assertion": ..., "paths": backup_selection.paths, "message": ...} if backup_selection.uncovered
#   unknown contains {"assertion": ..., "paths": ["_.nearby"], "message": backup_selection.doubt} if backup_selection.unclear
#
# Sources: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
# and, for the opt-in, https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
package hipaactl.lib.backup_selection

# kinds are the types that may be asked about: the service and the beginning of the resource
# in their ARNs, the attribute that ends it, the names of AWS Backup's opt-ins, and whether
# naming the type makes up for an opt-in.
kinds := {
	"aws_db_instance": {"service": "rds", "prefix": "db:", "name": "identifier", "opt_in": ["RDS"], "forced": true},
	"aws_rds_cluster": {"service": "rds", "prefix": "cluster:", "name": "cluster_identifier", "opt_in": ["Aurora", "RDS"], "forced": false},
	"aws_docdb_cluster": {"service": "rds", "prefix": "cluster:", "name": "cluster_identifier", "opt_in": ["DocumentDB"], "forced": false},
	"aws_neptune_cluster": {"service": "rds", "prefix": "cluster:", "name": "cluster_identifier", "opt_in": ["Neptune"], "forced": false},
	"aws_dynamodb_table": {"service": "dynamodb", "prefix": "table/", "name": "name", "opt_in": ["DynamoDB"], "forced": true},
	"aws_efs_file_system": {"service": "elasticfilesystem", "prefix": "file-system/", "opt_in": ["EFS"], "forced": true},
	"aws_ebs_volume": {"service": "ec2", "prefix": "volume/", "opt_in": ["EBS"], "forced": true},
	"aws_instance": {"service": "ec2", "prefix": "instance/", "opt_in": ["EC2"], "forced": true},
}

kind := kinds[input._.type]

# A selection takes a resource in for certain (2), perhaps (1), or not (0): of patterns and
# tags a policy cannot always tell.
covered if {
	some selection in input._.nearby
	takes(selection) == 2
}

uncovered if {
	count(kind) > 0
	every selection in input._.nearby { takes(selection) == 0 }
}

unclear if {
	not covered
	not uncovered
}

doubt := "whether a selection of AWS Backup takes it in, by a pattern or by tags"

# paths are what being covered by nothing rests on: the selections, the tags that they ask
# for, and the resource's name where one has a pattern.
paths := array.concat(
	["_.selection", "_.settings", "_.nearby[*].resources", "_.nearby[*].not_resources", "_.nearby[*].selection_tag", "_.nearby[*].condition"],
	array.concat([sprintf("tags_all[%q]", [key]) | some key in asked], [kind.name | patterned]),
)

patterned if {
	some list in ["resources", "not_resources"]
	some pattern in input._.nearby[_][list]
	is_string(pattern)
	contains(pattern, "*")
}

asked contains key if {
	some tag in input._.nearby[_].selection_tag
	key := tag_key(tag.key)
	key != ""
}

asked contains key if {
	some pair in input._.nearby[_].condition[_][_]
	key := tag_key(pair.key)
	key != ""
}

takes(selection) := min([assigned(selection), admitted(selection), 2 - excluded(selection)])

# assigned is by resources and tags. Where a selection has both, documentation and experience
# are at odds whether the tags narrow the resources or add to them. One without either assigns everything.
assigned(selection) := opted_in if {
	not lists_resources(selection)
	not lists_tags(selection)
} else := min([tagged(selection), opted_in]) if {
	not lists_resources(selection)
} else := reached(selection.resources) if {
	not lists_tags(selection)
} else := 2 if {
	min([tagged(selection), reached(selection.resources)]) == 2
} else := min([1, max([tagged(selection), reached(selection.resources)])])

lists_resources(selection) if count(selection.resources) > 0

lists_tags(selection) if count(selection.selection_tag) > 0

reached(patterns) := max(array.concat([0], [min([reach(pattern), served(pattern)]) | some pattern in patterns; is_string(pattern)]))

excluded(selection) := max(array.concat([0], [reach(pattern) | some pattern in selection.not_resources; is_string(pattern)]))

# tagged is by any of a selection's tags.
tagged(selection) := max(array.concat([0], [same(value_of(tag), tag.value) | some tag in selection.selection_tag]))

# admitted is by all of a selection's conditions.
admitted(selection) := min(array.concat([2], [meets(operator, pair) |
	some condition in selection.condition
	some operator, pairs in condition
	some pair in pairs
]))

default meets(_, _) := 0

meets("string_equals", pair) := same(value_of(pair), pair.value)

meets("string_like", pair) := like(value_of(pair), pair.value)

# Whether what has no such tag has another value of it is not documented.
meets("string_not_equals", pair) := otherwise(value_of(pair), same(value_of(pair), pair.value))

meets("string_not_like", pair) := otherwise(value_of(pair), like(value_of(pair), pair.value))

otherwise(value, likeness) := 1 if {
	value == null
} else := 2 - likeness

same(value, wanted) := 2 if {
	value == wanted
} else := 0

like(value, pattern) := 2 if {
	is_string(value)
	regex.match(expression(pattern), value)
} else := 0

value_of(tag) := object.get(input, ["tags_all", tag_key(tag.key)], null)

tag_key(key) := trim_prefix(key, "aws:ResourceTag/")

# opted_in tells whether the Region's settings let AWS Backup take in what a selection does
# not name by its type.
opted_in := 2 if {
	count(opted_out) == 0
} else := 0 if {
	count(opted_out) == count(kind.opt_in)
} else := 1

opted_out contains name if {
	some name in kind.opt_in
	some settings in input._.settings
	settings.resource_type_opt_in_preference[name] == false
}

served(pattern) := 2 if {
	kind.forced
	names_type(pattern)
} else := opted_in

names_type("ref:self.arn")

names_type(pattern) if contains(pattern, concat("", [":", kind.prefix]))

# reach tells whether an ARN or pattern is the judged resource's. Its own ARN without wildcards
# is spelled ref:self.arn. A pattern that names a Region or an account, or part of a name
# that is not known, may be about others.
reach(pattern) := 2 if {
	pattern == "ref:self.arn"
} else := 0 if {
	not contains(pattern, "*")
} else := 2 if {
	regex.match(expression(concat(":", fields(pattern, set()))), own)
} else := 1 if {
	regex.match(expression(concat(":", fields(loose(pattern), {3, 4}))), own)
} else := 0

# own is the judged resource's ARN, with a character that no ARN has for what is not known.
own := sprintf("arn:?:%s:?:?:%s%s", [kind.service, kind.prefix, name])

name := named if {
	named := input[kind.name]
	not contains(named, "ref:")
} else := "?"

loose(pattern) := pattern if {
	name != "?"
} else := regex.replace(pattern, sprintf(`:%s.*$`, [kind.prefix]), sprintf(":%s*", [kind.prefix]))

# fields are those of an ARN, of which any text will do for the partition, and for Region and
# account where these are the resource's own. also are further ones for which it will.
fields(pattern, also) := [field |
	some i, text in split(without_tokens(pattern), ":")
	field := {true: "*", false: text}[free(i, text, also)]
]

free(i, text, also) if {
	i in ({1} | also)
} else if {
	text in {"ref.region.name", "ref.account.id"}
} else := false

# without_tokens takes the colons out of tokens, so that fields can be counted.
without_tokens(pattern) := replace(pattern, "ref:", "ref.")

# expression is a pattern with * for any text as a regular expression.
expression(pattern) := concat("", ["^", replace(regex.replace(pattern, `[^*a-zA-Z0-9]`, `\$0`), "*", ".*"), "$"])
