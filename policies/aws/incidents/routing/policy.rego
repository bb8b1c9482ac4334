# METADATA
# title: Findings reach those who respond
# description: >-
#   GuardDuty and Security Hub write findings into a list. Somebody has to be told of the serious ones at once, by a rule of
#   EventBridge that sends them on, and AWS has to know whom to write to about the account's security. A rule sees its own Region.
# related_resources:
#   - https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cloudwatch-events.html
#   - https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html
# custom:
#   id: HIPAA-IRT-001
#   severity: high
#   citations: ["164.308(a)(6)(i)", "164.308(a)(6)(ii)", "164.308(a)(1)(ii)(D)"]
#   scope: account
#   more: helps
#   resources:
#     aws_cloudwatch_event_rule: {event_pattern: string, state: string, is_enabled: bool}
#     aws_account_alternate_contact: {alternate_contact_type: string}
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
#     routed: {title: Serious findings are sent to somebody, reads: [aws_cloudwatch_event_rule]}
#     contact: {title: AWS knows whom to write to about security, reads: [aws_account_alternate_contact]}
#   remediation: >-
#     Declare an aws_cloudwatch_event_rule on the findings of GuardDuty or Security Hub with a target that is a subscribed topic or a
#     pager, and an aws_account_alternate_contact of type SECURITY.
package hipaactl.aws.incidents.routing

import data.hipaactl.lib.event_pattern
import data.hipaactl.lib.watch

# findings are serious ones as both services send them: of one service all have to be sent on. A list
# in an event matches where a member does, as if it were the member.
findings := {
	"guardduty": [{"source": "aws.guardduty", "detail-type": "GuardDuty Finding", "detail": {"severity": severity, "type": "UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B"}} |
		some severity in [7, 8]
	],
	"securityhub": [{"source": "aws.securityhub", "detail-type": "Security Hub Findings - Imported", "detail": {"findings": finding}} |
		some label in ["HIGH", "CRITICAL"]
		finding := {
			"Severity": {"Label": label}, "RecordState": "ACTIVE", "ProductName": "GuardDuty",
			"Workflow": {"Status": "NEW"}, "Compliance": {"Status": "FAILED"},
		}
	],
}

sent(finding) if {
	some rule in watch.working
	event_pattern.matches(rule.event_pattern, finding)
}

routed if {
	some _, of_service in findings
	every finding in of_service { sent(finding) }
}

deny contains {"assertion": "routed", "paths": ["aws_cloudwatch_event_rule"], "message": "no rule of EventBridge tells somebody of serious findings"} if {
	not routed
	count(watch.unclear) == 0
}

unknown contains {"assertion": "routed", "paths": [path], "message": "which events a pattern of another form matches"} if {
	not routed
	some path in watch.unclear
}

known if {
	some contact in input.aws_account_alternate_contact
	upper(contact.alternate_contact_type) == "SECURITY"
}

deny contains {"assertion": "contact", "paths": ["aws_account_alternate_contact"], "message": "the account has no alternate contact for security"} if {
	not known
}
