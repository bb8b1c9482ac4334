# METADATA
# title: Load balancers serve traffic over HTTPS only
# description: What a load balancer takes in plain text can be read and changed on the way.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
# custom:
#   id: HIPAA-ELB-001
#   severity: high
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(e)(2)(i)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_lb_listener: {protocol: string, default_action: [{type: string, redirect: [{protocol: string}]}]}
#     aws_lb_target_group: {protocol: string, target_type: string}
#     aws_elb: {listener: [{lb_protocol: string}]}
#   related:
#     lb:
#       type: aws_lb
#       on: arn = load_balancer_arn
#   params:
#     assume_phi: {type: bool, default: false, stricter: true, source: the demands on PHI are made of what tags mark; true makes them of what has no mark either}
#   assertions:
#     https:
#       title: Listeners of application and classic load balancers use TLS or redirect to it
#       reads: [protocol, default_action, listener]
#     phi:
#       title: Listeners of network load balancers and target groups use TLS where PHI travels
#       reads: [protocol, target_type]
#   remediation: Terminate TLS on the listener, redirect port 80 to HTTPS, and use HTTPS or TLS towards the targets of services that hold PHI.
package hipaactl.aws.elb.https

import data.hipaactl.lib.listener

type := input._.type

# The protocol tells the kind of load balancer: only application load balancers
# take HTTP and HTTPS, only network load balancers take the others, and the
# listeners of gateway load balancers have none.
protocol := upper(object.get(input, "protocol", ""))

plain := {"TCP", "UDP", "TCP_UDP", "TCP_QUIC"}

encrypts if protocol in {"HTTPS", "TLS", "QUIC"}

application_listener if {
	type == "aws_lb_listener"
	protocol in {"HTTP", "HTTPS"}
}

plain_listener if {
	type == "aws_lb_listener"
	protocol in plain
}

plain_targets if {
	type == "aws_lb_target_group"
	protocol in (plain | {"HTTP"})
	not without_choice
}

# A group whose target is another load balancer takes TCP, and that one is judged
# by listeners of its own. Lambda functions have no protocol.
without_choice if input.target_type in {"alb", "lambda"}

# What travels through a load balancer that holds PHI is PHI, whatever its listener is called.
carries_phi contains "_.phi" if input._.phi == "yes"

carries_phi contains sprintf("_.lb[%d]._.phi", [i]) if {
	some i, lb in input._.lb
	lb._.phi == "yes"
}

# assumed holds for what nobody marked, neither here nor on the load balancer.
assumed if {
	data.params.assume_phi
	marks == {"unmarked"}
}

marks contains input._.phi

marks contains lb._.phi if some lb in input._.lb

to_targets := "the load balancer talks in plain text to targets that hold PHI" if input._.phi == "yes"

to_targets := "the load balancer talks in plain text to targets of which nothing says that they hold no PHI" if input._.phi != "yes"

holds_phi if input._.phi == "yes"

holds_phi if {
	data.params.assume_phi
	input._.phi == "unmarked"
}

deny contains {
	"assertion": "https",
	"paths": ["protocol", "default_action[*].type", "default_action[*].redirect"],
	"message": "the listener serves HTTP and does not redirect to HTTPS",
} if {
	application_listener
	not encrypts
	not listener.redirects(object.get(input, "default_action", []))
}

deny contains {
	"assertion": "https",
	"paths": [sprintf("listener[%d].lb_protocol", [i])],
	"message": "a listener serves plain HTTP or TCP",
} if {
	some i, classic in input.listener
	upper(classic.lb_protocol) in {"HTTP", "TCP"}
}

not_applicable contains {
	"assertion": "https",
	"paths": ["protocol"],
	"message": "it is no listener of an application or classic load balancer",
} if {
	type != "aws_elb"
	not application_listener
}

deny contains {
	"assertion": "phi",
	"paths": ["protocol", evidence],
	"message": "the listener of a load balancer that carries PHI does not terminate TLS",
} if {
	plain_listener
	some evidence in carries_phi
}

deny contains {
	"assertion": "phi",
	"paths": ["protocol", "_.phi", "_.lb[*]._.phi"],
	"message": "nothing says that the listener carries no PHI, and it does not terminate TLS",
} if {
	plain_listener
	assumed
}

deny contains {
	"assertion": "phi",
	"paths": ["protocol", "target_type"],
	"message": to_targets,
} if {
	plain_targets
	holds_phi
}

not_applicable contains {
	"assertion": "phi",
	"paths": ["protocol", "_.lb[*]._.phi"],
	"message": "nothing says that PHI travels here",
} if {
	plain_listener
	count(carries_phi) == 0
	not assumed
}

not_applicable contains {
	"assertion": "phi",
	"paths": ["protocol", "target_type"],
	"message": "nothing says that the targets hold PHI",
} if {
	plain_targets
	not holds_phi
}

not_applicable contains {
	"assertion": "phi",
	"paths": ["target_type"],
	"message": "its targets leave no choice of protocol",
} if {
	without_choice
}

not_applicable contains {
	"assertion": "phi",
	"paths": ["protocol"],
	"message": "it is no network listener or target group whose protocol TLS could replace",
} if {
	not without_choice
	not encrypts
	not plain_listener
	not plain_targets
}
