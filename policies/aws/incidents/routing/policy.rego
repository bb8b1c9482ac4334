# METADATA
# title: Findings reach those who respond
# description: >-
#   GuardDuty and Security Hub write findings into a list. Somebody has to be told of the serious ones at once, by a rule of
#   EventBridge that sends them on, and AWS has to know whom to write to about the account's security. A rule sees its own Region, so
#   that each with a detector or a hub needs one, unless Security Hub gathers the findings where there is one.
# related_resources:
#   - https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
#   - https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cloudwatch-events.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/finding-aggregation.html
#   - https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html
# custom:
#   id: HIPAA-IRT-001
#   severity: high
#   citations: ["164.308(a)(6)(i)", "164.308(a)(6)(ii)", "164.308(a)(1)(ii)(D)"]
#   scope: account
#   resources:
#     aws_cloudwatch_event_rule: {event_pattern: string, event_bus_name: string, state: string, is_enabled: bool}
#     aws_account_alternate_contact: {alternate_contact_type: string}
#     aws_guardduty_detector: {}
#     aws_securityhub_account: {}
#     aws_securityhub_finding_aggregator: {linking_mode: string, specified_regions: [string]}
#   related:
#     targets:
#       of: aws_cloudwatch_event_rule
#       type: aws_cloudwatch_event_target
#       on: rule = name
#       more: helps
#       attributes: {arn: string}
#       related:
#         topics:
#           type: aws_sns_topic
#           on: arn = arn
#           more: helps
#           related: {subscriptions: {type: aws_sns_topic_subscription, on: topic_arn = arn, more: helps, attributes: {pending_confirmation: bool}}}
#   assertions:
#     routed:
#       title: Serious findings are sent to somebody
#       reads: [aws_cloudwatch_event_rule, aws_guardduty_detector, aws_securityhub_account, aws_securityhub_finding_aggregator]
#     contact: {title: AWS knows whom to write to about security, reads: [aws_account_alternate_contact]}
#   remediation: >-
#     Declare an aws_cloudwatch_event_rule on the findings of GuardDuty or Security Hub in each Region with a target that is a subscribed topic or
#     a pager, and an aws_account_alternate_contact of type SECURITY.
package hipaactl.aws.incidents.routing

import data.hipaactl.lib.event_pattern
import data.hipaactl.lib.event_rule

# findings are serious ones as both services send them: of one service all have to be sent on. A list
# in an event matches where a member does, as if it were the member. GuardDuty's high findings are from 7 on and the
# critical ones from 9 to 10.
# https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html
findings := {
	"guardduty": [{"source": "aws.guardduty", "detail-type": "GuardDuty Finding", "detail": {"severity": severity, "type": "UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B"}} |
		some severity in [7, 8, 9, 10]
	],
	"securityhub": [{"source": "aws.securityhub", "detail-type": "Security Hub Findings - Imported", "detail": {"findings": finding}} |
		some label in ["HIGH", "CRITICAL"]
		finding := {
			"Severity": {"Label": label}, "RecordState": "ACTIVE", "ProductName": "GuardDuty",
			"Workflow": {"Status": "NEW"}, "Compliance": {"Status": "FAILED"},
		}
	],
}

services := ["aws_guardduty_detector", "aws_securityhub_account"]

# regions are those in which findings arise.
regions contains service._.region if {
	some type in services
	some service in input[type]
}

nameless if {
	some type in services
	some service in input[type]
	not service._.region
}

# sends holds where rules hand on all that a service sends in a Region. Of a rule whose Region is
# not known it may be that one.
sends(service, region, sure) if {
	every finding in findings[service] {
		some rule in event_rule.working
		at(rule, region, sure)
		event_pattern.matches(rule.event_pattern, finding)
	}
}

at(rule, region, true) if rule._.region == region

at(rule, region, false) if object.get(rule._, "region", region) == region

sent(region, sure) if {
	some service, _ in findings
	sends(service, region, sure)
}

# Security Hub may gather the findings of the Region where there is a rule.
sent(region, sure) if {
	some hub in input.aws_securityhub_account
	at(hub, region, sure)
	some aggregator in input.aws_securityhub_finding_aggregator
	gathers(aggregator, region)
	sends("securityhub", object.get(aggregator._, "region", ""), sure)
}

gathers(aggregator, _) if aggregator.linking_mode == "ALL_REGIONS"

gathers(aggregator, region) if {
	aggregator.linking_mode == "SPECIFIED_REGIONS"
	region in aggregator.specified_regions
}

gathers(aggregator, region) if {
	aggregator.linking_mode == "ALL_REGIONS_EXCEPT_SPECIFIED"
	not region in aggregator.specified_regions
}

routed if {
	input._.all_regions
	not nameless
	count(regions) > 0
	every region in regions { sent(region, true) }
}

# Where nothing finds anything, a rule anywhere is ready for it.
routed if {
	input._.all_regions
	not nameless
	count(regions) == 0
	some region in input._.regions
	sent(region, true)
}

unrouted if {
	some region in regions
	not sent(region, false)
}

unrouted if {
	count(regions) == 0
	every region in array.concat(input._.regions, [""]) { not sent(region, false) }
}

deny contains {"assertion": "routed", "paths": services_and_rules, "message": "no rule of EventBridge tells somebody of serious findings"} if {
	unrouted
	count(event_rule.unclear) == 0
}

services_and_rules := array.concat(["aws_cloudwatch_event_rule", "aws_securityhub_finding_aggregator"], services)

unknown contains {"assertion": "routed", "paths": [path], "message": "which events a pattern of another form matches"} if {
	not routed
	some path in event_rule.unclear
}

unknown contains {"assertion": "routed", "paths": ["_.regions"], "message": "whether a rule of EventBridge is in each Region where findings arise"} if {
	not routed
	not unrouted
}

not_applicable contains {"assertion": "routed", "paths": paths, "message": "nothing that finds or looks for findings is declared here; another stack may own it"} if {
	input._.whole == false
	every type in services { count(input[type]) == 0 }
	every of_service in findings {
		every finding in of_service { not event_rule.looked_for(finding) }
	}
	paths := array.concat(["aws_cloudwatch_event_rule[*].event_pattern"], services)
}

not_applicable contains {"assertion": "contact", "paths": ["aws_account_alternate_contact"], "message": "no contact is declared here; another stack may own them"} if {
	input._.whole == false
	count(input.aws_account_alternate_contact) == 0
}

known if {
	some contact in input.aws_account_alternate_contact
	upper(contact.alternate_contact_type) == "SECURITY"
}

deny contains {"assertion": "contact", "paths": ["aws_account_alternate_contact"], "message": "the account has no alternate contact for security"} if {
	not known
}
