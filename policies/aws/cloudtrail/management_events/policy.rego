# METADATA
# title: CloudTrail logs management events
# description: >-
#   Management events say who changed access, keys, networks and logging itself. A trail that is switched off, or that
#   keeps only what was read, leaves nothing to examine after an incident. A trail for data events alone is in order
#   where another trail of the account logs the management events.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
#   - https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html
#   - https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
# custom:
#   id: HIPAA-CTR-001
#   severity: critical
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)", "164.308(a)(6)(ii)"]
#   nprm: ["164.312(d)"]
#   resources:
#     aws_cloudtrail: &trail
#       enable_logging: bool
#       event_selector: [{include_management_events: bool, read_write_type: string, exclude_management_event_sources: [string]}]
#       advanced_event_selector: [{field_selector: [{field: string, equals: [string]}]}]
#   related:
#     trails: {type: aws_cloudtrail, on: account, more: helps, attributes: *trail}
#   assertions:
#     logging:
#       title: The trail is switched on
#       reads: [enable_logging]
#     management_events:
#       title: Management events that change something are logged
#       reads: &selectors [event_selector, advanced_event_selector, _.trails]
#     complete:
#       title: Management events that only read are logged too, and no service is left out
#       severity: info
#       reads: *selectors
#   remediation: Declare a trail of the organization or the account with enable_logging = true and without selectors that leave out management events.
package hipaactl.aws.cloudtrail.management_events

# recording are this trail's selectors and those of the account's other trails that log.
recording := selected(input) | {selection |
	some trail in input._.trails
	trail.enable_logging
	some selection in selected(trail)
}

# selected is what a trail records of the management events: reads or writes, and whether of every service.
# A trail without selectors records all of them.
selected(trail) := {{"kind": "read", "whole": true}, {"kind": "write", "whole": true}} if {
	count(basic(trail)) + count(advanced(trail)) == 0
} else := {{"kind": kind, "whole": excludes_nothing(selector)} |
	some selector in basic(trail)
	selector.include_management_events
	some kind in kinds[selector.read_write_type]
} | {{"kind": kind, "whole": asks_nothing_else(selector)} |
	some selector in advanced(trail)
	"Management" in field(selector, "eventCategory")
	some kind in advanced_kinds(selector)
}

basic(trail) := object.get(trail, "event_selector", [])

advanced(trail) := object.get(trail, "advanced_event_selector", [])

kinds := {"All": {"read", "write"}, "ReadOnly": {"read"}, "WriteOnly": {"write"}}

advanced_kinds(selector) := {"read", "write"} if {
	count(field(selector, "readOnly")) == 0
} else := {{"true": "read", "false": "write"}[value] | some value in field(selector, "readOnly")}

excludes_nothing(selector) := count(object.get(selector, "exclude_management_event_sources", [])) == 0

asks_nothing_else(selector) := count({condition.field |
	some condition in selector.field_selector
	not condition.field in {"eventCategory", "readOnly"}
}) == 0

# field is the values that an advanced selector asks of a field of the event.
field(selector, name) := {value |
	some condition in selector.field_selector
	condition.field == name
	some value in condition.equals
}

rests_on := [
	"event_selector", "advanced_event_selector",
	"_.trails[*].enable_logging", "_.trails[*].event_selector", "_.trails[*].advanced_event_selector",
]

deny contains {"assertion": "logging", "paths": ["enable_logging"], "message": "logging is switched off"} if {
	not input.enable_logging
}

deny contains {"assertion": "management_events", "paths": rests_on, "message": message} if {
	not "write" in {selection.kind | some selection in recording}
	message := "no trail that logs covers the management events that change something"
}

deny contains {"assertion": "complete", "paths": rests_on, "message": message} if {
	some kind in {"read", "write"}
	not {"kind": kind, "whole": true} in recording
	message := sprintf("some or all management events that %s are left out", [{"read": "only read", "write": "change something"}[kind]])
}
