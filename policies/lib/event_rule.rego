# Which events the rules of EventBridge hand on to somebody, and where. A policy that uses this judges an
# account and declares what watch.rego says of aws_cloudtrail and aws_cloudwatch_event_rule.
package hipaactl.lib.event_rule

import data.hipaactl.lib.event_pattern

# heard holds for an event of CloudTrail that rules hand on wherever it arises.
heard(event) if {
	count(origins(event)) > 0
	every region in origins(event) {
		recorded(region)
		some rule in telling(event)
		rule._.region == region
	}
	all_seen(event)
}

# unheard holds for one that no rule hands on, or none in a Region where it arises. Of a rule
# or a trail whose Region is not known it may be that one.
unheard(event) if {
	count(telling(event)) == 0
	not home_unread(event)
}

unheard(event) if {
	some region in origins(event)
	every rule in telling(event) { object.get(rule._, "region", region) != region }
}

unheard(event) if {
	some region in origins(event)
	not recorded(region)
	not maybe_recorded
}

home_unread(event) if {
	input._.source == "live"
	not all_seen(event)
	count(origins(event)) == 0
}

# all_seen holds where the Regions that were seen are all in which an event may arise.
all_seen(_) if input._.all_regions

all_seen(event) if {
	from_home(event)
	count(origins(event)) > 0
}

# origins are the Regions that were seen in which EventBridge gets an event: what IAM does and root's
# signing in happen in one of each partition, a user signs in in any.
# https://repost.aws/knowledge-center/eventbridge-rule-triggers-iam-single-region
# https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
origins(event) := {region | some region in input._.regions; not from_home(event)} | {region |
	some region in input._.regions
	from_home(event)
	region in {"us-east-1", "cn-north-1", "us-gov-west-1"}
}

from_home(event) if event.eventSource == "iam.amazonaws.com"

from_home(event) if {
	event.eventType == "AwsConsoleSignIn"
	event.userIdentity.type == "Root"
}

# recorded holds for a Region where a trail logs: without one CloudTrail sends nothing.
recorded(_) if {
	some trail in input.aws_cloudtrail
	trail.enable_logging
	trail.is_multi_region_trail
}

recorded(region) if {
	some trail in input.aws_cloudtrail
	trail.enable_logging
	trail._.region == region
}

maybe_recorded if {
	some trail in input.aws_cloudtrail
	trail.enable_logging
	not trail._.region
}

# telling are the rules that hand an event of CloudTrail on to somebody.
telling(event) := [rule |
	some rule in working
	read_only(rule, event)
	event_pattern.matches(rule.event_pattern, envelope(object.union(event, {"awsRegion": object.get(rule._, "region", event.awsRegion)})))
]

# read_only holds for a rule that gets the event although it may be one that only reads.
# https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html
read_only(_, event) if not event.readOnly

read_only(rule, event) if {
	event.readOnly
	rule.state == "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
}

# working are the rules that are on, listen to the bus on which AWS's services speak, and have a target that tells somebody.
working contains rule if {
	some rule in input.aws_cloudwatch_event_rule
	regex.match(`^$|(^|/)default$`, object.get(rule, "event_bus_name", ""))
	not rule.state == "DISABLED"
	not rule.is_enabled == false
	some target in rule._.targets
	tells([target.arn], target._.topics)
}

# tells holds for destinations one of which is a topic with a subscriber who has confirmed, or
# something that acts by itself.
tells(_, topics) if {
	some topic in topics
	some subscription in topic._.subscriptions
	not subscription.pending_confirmation
}

tells(arns, _) if {
	some arn in arns
	is_string(arn) # null is one that is not known
	regex.match(`^(arn:[^:]*:(lambda|ssm|ssm-incidents|sqs|states|events|kinesis|firehose|codebuild|execute-api):|ref:aws_(lambda|ssmincidents|sqs|sfn|cloudwatch_event|kinesis)_)`, arn)
}

# envelope is an event as EventBridge hands it on to a rule.
# https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
envelope(event) := {
	"source": concat(".", ["aws", split(event.eventSource, ".")[0]]),
	"detail-type": {"AwsApiCall": "AWS API Call via CloudTrail", "AwsConsoleSignIn": "AWS Console Sign In via CloudTrail"}[event.eventType],
	"region": event.awsRegion,
	"detail": event,
}

# looked_for holds for an event, as it is handed on, that the pattern of some rule may match, in
# use or not.
looked_for(event) if {
	some rule in input.aws_cloudwatch_event_rule
	event_pattern.matches(rule.event_pattern, event)
}

looked_for(_) if count(unclear) > 0

# unclear are the paths of patterns of which it cannot be told what they match.
unclear contains sprintf("aws_cloudwatch_event_rule[%d].event_pattern", [i]) if {
	some i, rule in input.aws_cloudwatch_event_rule
	rule.event_pattern
	not event_pattern.readable(rule.event_pattern)
}
