# METADATA
# title: The use of a role for emergencies is told to somebody
# description: >-
#   A role for emergencies opens what is closed otherwise. That is meant to be rare, so that somebody hears of each use: a rule of
#   EventBridge that matches its AssumeRole events and has a target that tells somebody. STS writes a call down in the Region of
#   the endpoint that was called, us-east-1 for the global one, and a rule hears its own Region alone: each needs one.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_region-endpoints.html
#   - https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns-content-based-filtering.html
#   - https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/break-glass-access.html
# custom:
#   id: HIPAA-IAM-016
#   severity: medium
#   citations: ["164.312(a)(2)(ii)", "164.308(a)(7)(ii)(C)"]
#   resources: {aws_iam_role: {name: string, tags_all: map(string)}}
#   related:
#     rules:
#       type: aws_cloudwatch_event_rule
#       on: account
#       more: helps
#       attributes: {event_pattern: string, event_bus_name: string, state: string, is_enabled: bool}
#       related:
#         targets:
#           type: aws_cloudwatch_event_target
#           on: rule = name
#           more: helps
#           attributes: {arn: string}
#           related:
#             topics:
#               type: aws_sns_topic
#               on: arn = arn
#               more: helps
#               related: {subscriptions: {type: aws_sns_topic_subscription, on: topic_arn = arn, more: helps, attributes: {pending_confirmation: bool}}}
#   params:
#     tag: {type: string, default: BreakGlass, source: "the tag of roles for emergencies, 164.312(a)(2)(ii)"}
#   remediation: >-
#     Add to each Region an EventBridge rule for AssumeRole events of the role, with a target that reaches a person.
package hipaactl.aws.iam.break_glass

import data.hipaactl.lib.event_rule

tagged if {
	some key, value in input.tags_all
	lower(key) == lower(data.params.tag)
	not lower(value) in {"false", "no"}
}

not_applicable contains {"paths": ["tags_all"], "message": "the role is none for emergencies"} if not tagged

# about are the rules whose pattern an event of assuming the role meets.
about contains i if {
	some i, rule in input._.rules
	json.is_valid(rule.event_pattern)
	pattern := json.unmarshal(rule.event_pattern)
	is_object(pattern)
	matches(pattern)
}

paths := array.concat(["tags_all", "name", "_.rules[*].event_pattern"], [sprintf("_.rules[%d].%s", [i, name]) |
	some i in about
	some name in ["event_bus_name", "state", "is_enabled", "_.targets[*].arn", "_.targets[*]._.topics[*]._.subscriptions[*].pending_confirmation"]
])

deny contains {"paths": paths, "message": "no rule of EventBridge that tells somebody matches that the role is assumed"} if {
	tagged
	count(telling) == 0
}

deny contains {"paths": paths, "message": sprintf("in %s no rule of EventBridge tells somebody that the role is assumed", [concat(", ", sort(deaf))])} if {
	tagged
	count(telling) > 0
	count(deaf) > 0
}

unknown contains {"paths": ["_.rules"], "message": "whether each Region has a rule of EventBridge for the role"} if {
	tagged
	count(telling) > 0
	count(deaf) == 0
	not everywhere
}

# telling are those of them that tell somebody.
telling contains input._.rules[i] if {
	working := event_rule.working with input as {"aws_cloudwatch_event_rule": input._.rules}
	some i in about
	input._.rules[i] in working
}

# deaf are the Regions where there is surely none. One whose Region is not known may be in each.
deaf contains region if {
	some region in input._.regions
	every rule in telling { object.get(rule._, "region", region) != region }
}

everywhere if {
	input._.all_regions
	every region in input._.regions {
		some rule in telling
		rule._.region == region
	}
}

# matches holds for a pattern that an event of assuming this role meets. What else a pattern
# asks for may leave some out.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html#cloudtrail-integration_examples
matches(pattern) if {
	asks_only(pattern, [], {"source", "detail-type", "detail", "account", "region"})
	asks_only(pattern, ["detail"], {"eventSource", "eventName", "requestParameters"})
	asks_only(pattern, ["detail", "requestParameters"], {"roleArn"})
	every path, values in event {
		meets(pattern, split(path, "/"), values)
	}
	meets_role(pattern, ["detail", "requestParameters", "roleArn"])
}

# Or one of whatever is done in a session of it.
matches(pattern) if {
	asks_only(pattern, [], {"detail-type", "detail", "account", "region"})
	asks_only(pattern, ["detail"], {"userIdentity"})
	meets(pattern, ["detail-type"], event["detail-type"])
	session := ["detail", "userIdentity", "sessionContext", "sessionIssuer"]
	some field in ["arn", "userName"]
	object.get(pattern, array.concat(session, [field]), null) != null
	meets_role(pattern, array.concat(session, [field]))
}

asks_only(pattern, path, fields) if {
	asked := object.get(pattern, path, {})
	is_object(asked)
	object.keys(asked) - fields == set()
}

event := {
	"source": {"aws.sts"},
	"detail-type": {"AWS API Call via CloudTrail"},
	"detail/eventSource": {"sts.amazonaws.com"},
	"detail/eventName": {"AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"},
}

# A pattern that does not name a field takes every value of it.
meets(pattern, path, _) if object.get(pattern, path, null) == null

meets(pattern, path, values) if {
	some matcher in object.get(pattern, path, [])
	some value in values
	accepts(matcher, value)
}

meets_role(pattern, path) if object.get(pattern, path, null) == null

meets_role(pattern, path) if {
	some matcher in object.get(pattern, path, [])
	some spelling in spellings
	accepts(matcher, spelling)
}

# spellings are what the role is called: its ARN and its name, by which the ARN ends.
spellings contains "ref:self.arn"

spellings contains "ref:self.name"

spellings contains input.name

accepts(matcher, value) if spells(matcher, value)

accepts(matcher, value) if {
	some kind in ["suffix", "wildcard", "equals-ignore-case"]
	spells(matcher[kind], value)
}

accepts(matcher, value) if {
	is_string(matcher.prefix)
	startswith(value, matcher.prefix)
}

spells(text, value) if text == value

spells(text, value) if {
	is_string(text)
	endswith(text, sprintf("/%s", [value]))
}
