# Which data events the trails of the account record of the judged resource. A
# policy that uses this declares them under this name:
#
#   recorders:
#     type: aws_cloudtrail
#     on: account
#     more: helps
#     attributes:
#       enable_logging: bool
#       event_selector: [{read_write_type: string, data_resource: [{type: string, values: [string]}]}]
#       advanced_event_selector:
#         - field_selector:
#             - {field: string, equals: [string], starts_with: [string], ends_with: [string],
#                not_equals: [string], not_starts_with: [string], not_ends_with: [string]}
#
# What selectors mean: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
package hipaactl.lib.data_events

# paths are what the answers rest on.
paths := ["_.recorders[*].enable_logging", "_.recorders[*].event_selector", "_.recorders[*].advanced_event_selector"]

# recorded holds where trails that log record every read and every write of the judged
# resource as events of the type, AWS::S3::Object.
recorded(type) if covered(type, {"certain"})

# perhaps_recorded holds where only the name of the resource would tell: a policy does
# not see it, and a selector speaks of names that begin in some way.
perhaps_recorded(type) if {
	covered(type, {"certain", "possible"})
	not recorded(type)
}

covered(type, belief) if {
	every kind in ["ReadOnly", "WriteOnly"] {
		some trail in input._.recorders
		trail.enable_logging
		records(trail, type, kind, belief)
	}
}

records(trail, type, kind, belief) if {
	some selector in trail.event_selector
	selector.read_write_type in {"All", kind}
	some resource in selector.data_resource
	resource.type == type
	some value in resource.values
	selects(type, value) in belief
}

records(trail, type, kind, belief) if {
	some selector in trail.advanced_event_selector
	asks(selector, "eventCategory", "Data")
	asks(selector, "resources.type", type)
	every condition in selector.field_selector { admits(condition, kind, belief) }
}

asks(selector, field, value) if {
	some condition in selector.field_selector
	condition.field == field
	value in condition.equals
}

# admits holds for a condition that every event of the kind meets. One on other fields
# leaves something out.
admits(condition, _, _) if condition.field in {"eventCategory", "resources.type"}

admits(condition, kind, _) if {
	condition.field == "readOnly"
	{"ReadOnly": "true", "WriteOnly": "false"}[kind] in condition.equals
}

admits(condition, _, belief) if {
	condition.field == "resources.ARN"
	count(values(condition, ["ends_with", "not_ends_with"])) == 0
	wanted(condition, belief)
	every value in values(condition, ["not_equals"]) { spares(value, names(value)) in belief }
	every value in values(condition, ["not_starts_with"]) { spares(value, includes(value)) in belief }
}

wanted(condition, belief) if {
	some value in condition.equals
	names(value) in belief
}

wanted(condition, belief) if {
	some value in condition.starts_with
	includes(value) in belief
}

wanted(condition, _) if count(values(condition, ["equals", "starts_with"])) == 0

values(condition, operators) := [value | some operator in operators; some value in condition[operator]]

# includes tells whether a value is, or is the beginning of, the ARN of everything in
# the judged resource. In basic selectors arn:aws:s3 is every bucket.
includes(value) := "no" if {
	not is_string(value)
} else := "certain" if {
	value in {"ref:self.arn", "ref:self.arn/"}
} else := "certain" if {
	regex.match(`^arn:[^:]*:((s3|dynamodb|lambda)|s3:::)$`, without_tokens(value))
} else := "possible" if {
	regex.match(`^arn:[^:]*:(s3:::[^/]*|[a-rt-z].*)$`, without_tokens(value))
} else := "no"

# names tells the same of a value that is compared as a whole. In an account every resource
# has its ARN, so that another one is another's.
names(value) := "no" if {
	input._.source == "live"
	includes(value) == "possible"
} else := includes(value)

# selects tells it of a basic selector: of objects in S3 it holds the beginning of an ARN,
# of all others the ARN.
selects(type, value) := includes(value) if {
	startswith(type, "AWS::S3::")
} else := names(value)

# spares tells whether an exclusion that includes so much leaves the judged resource in, whole.
spares(value, included) := "no" if {
	not is_string(value)
} else := "no" if {
	startswith(value, "ref:self.")
} else := {"certain": "no", "possible": "possible", "no": "certain"}[included]

# without_tokens takes the colons out of tokens, so that fields can be counted.
without_tokens(value) := replace(value, "ref:", "ref.")
