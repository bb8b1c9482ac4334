# METADATA
# title: Application load balancers redirect HTTP to HTTPS
# description: >-
#   A client that comes by HTTP has to be sent to HTTPS before it says anything worth reading. A rule of an HTTP listener
#   that does something else serves in plain text what it matches, whatever the listener's default action is.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener
# custom:
#   id: HIPAA-ELB-002
#   severity: medium
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(e)(2)(i)"]
#   resources:
#     aws_lb_listener: {protocol: string, default_action: &actions [{type: string, redirect: [{protocol: string}]}]}
#   related:
#     rules: {type: aws_lb_listener_rule, on: listener_arn = arn, attributes: {action: *actions}}
#   remediation: >-
#     Give the HTTP listener default_action { type = "redirect" redirect { protocol = "HTTPS" port = "443" status_code =
#     "HTTP_301" } }, and its rules the same action.
package hipaactl.aws.elb.redirect

import data.hipaactl.lib.listener

http if upper(input.protocol) == "HTTP"

deny contains {
	"paths": ["protocol", "default_action[*].type", "default_action[*].redirect"],
	"message": "the default action of the HTTP listener is not a redirect to HTTPS",
} if {
	http
	not listener.redirects(object.get(input, "default_action", []))
}

deny contains {
	"paths": ["protocol", sprintf("_.rules[%d].action[*].type", [i]), sprintf("_.rules[%d].action[*].redirect", [i])],
	"message": "a rule of the HTTP listener is not a redirect to HTTPS",
} if {
	http
	some i, rule in input._.rules
	not listener.redirects(object.get(rule, "action", []))
}

not_applicable contains {"paths": ["protocol"], "message": "it is no HTTP listener"} if not http
