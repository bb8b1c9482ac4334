# METADATA
# title: The use of a role for emergencies is told to somebody
# description: >-
#   A role for emergencies opens what is closed otherwise. That is meant to be rare, so that somebody hears of each use: a rule of
#   EventBridge that matches its AssumeRole events and has a target.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
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
#       attributes: {event_pattern: string, state: string, is_enabled: bool}
#       related:
#         targets: {type: aws_cloudwatch_event_target, on: rule = name, more: helps}
#   params:
#     tag: {type: string, default: BreakGlass, source: "the tag of roles for emergencies, 164.312(a)(2)(ii)"}
#   remediation: >-
#     Add an EventBridge rule for AssumeRole events of the role, with a target that reaches a person.
package hipaactl.aws.iam.break_glass

tagged if {
	some key, value in input.tags_all
	lower(key) == lower(data.params.tag)
	not lower(value) in {"false", "no"}
}

not_applicable contains {"paths": ["tags_all"], "message": "the role is none for emergencies"} if not tagged

deny contains {"paths": ["tags_all", "name", "_.rules[*].event_pattern", "_.rules[*].state", "_.rules[*].is_enabled", "_.rules[*]._.targets"], "message": message} if {
	tagged
	not told
	message := "no rule of EventBridge with a target matches that the role is assumed"
}

told if {
	some rule in input._.rules
	on(rule)
	count(rule._.targets) > 0
	json.is_valid(rule.event_pattern)
	pattern := json.unmarshal(rule.event_pattern)
	is_object(pattern)
	matches(pattern)
}

# on holds for a rule that is not switched off by one of its two arguments for that.
on(rule) if {
	object.get(rule, "state", "ENABLED") != "DISABLED"
	object.get(rule, "is_enabled", true)
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
