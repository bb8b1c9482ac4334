# METADATA
# title: Load balancers are protected and hardened
# description: >-
#   A load balancer that was deleted by mistake takes its service with it. Headers that no standard allows, and requests that
#   two servers read in two ways, are how requests are smuggled past controls. Without cross-zone balancing the loss of the
#   targets of one zone is the loss of its share of clients.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-desync-mitigation-mode.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html
# custom:
#   id: HIPAA-ELB-006
#   severity: medium
#   citations: ["164.308(a)(7)(i)", "164.312(c)(1)", "164.312(e)(1)"]
#   resources:
#     aws_lb: {load_balancer_type: string, enable_deletion_protection: bool, drop_invalid_header_fields: bool, desync_mitigation_mode: string, enable_cross_zone_load_balancing: bool}
#     aws_elb: {desync_mitigation_mode: string, cross_zone_load_balancing: bool}
#   assertions:
#     deletion:
#       title: Deletion protection is on
#       reads: [load_balancer_type, enable_deletion_protection]
#     headers:
#       title: Application load balancers drop invalid headers
#       reads: [load_balancer_type, drop_invalid_header_fields]
#     desync:
#       title: Ambiguous requests are handled defensively
#       reads: [load_balancer_type, desync_mitigation_mode]
#     zones:
#       title: Network and classic load balancers balance across zones
#       reads: [load_balancer_type, enable_cross_zone_load_balancing, cross_zone_load_balancing]
#   remediation: >-
#     Set enable_deletion_protection, drop_invalid_header_fields and enable_cross_zone_load_balancing to true and
#     desync_mitigation_mode to "defensive" or "strictest".
package hipaactl.aws.elb.hardening

classic if input._.type == "aws_elb"

kind := input.load_balancer_type

deny contains {"assertion": "deletion", "paths": ["enable_deletion_protection"], "message": "the load balancer can be deleted by mistake"} if {
	not classic
	not input.enable_deletion_protection
}

deny contains {"assertion": "headers", "paths": ["drop_invalid_header_fields", "load_balancer_type"], "message": "invalid headers are passed on"} if {
	kind == "application"
	not input.drop_invalid_header_fields
}

deny contains {"assertion": "desync", "paths": ["desync_mitigation_mode", "load_balancer_type"], "message": "ambiguous requests are only watched"} if {
	http
	not object.get(input, "desync_mitigation_mode", "") in {"defensive", "strictest"}
}

http if classic

http if kind == "application"

deny contains {"assertion": "zones", "paths": ["enable_cross_zone_load_balancing", "load_balancer_type"], "message": "each zone balances for itself"} if {
	kind == "network"
	not input.enable_cross_zone_load_balancing
}

deny contains {"assertion": "zones", "paths": ["cross_zone_load_balancing"], "message": "each zone balances for itself"} if {
	classic
	not input.cross_zone_load_balancing
}

not_applicable contains {"assertion": "deletion", "paths": ["enable_deletion_protection"], "message": "classic load balancers have no such protection"} if classic

not_applicable contains {"assertion": "headers", "paths": ["load_balancer_type"], "message": "it is no application load balancer"} if kind != "application"

not_applicable contains {"assertion": "headers", "paths": ["drop_invalid_header_fields"], "message": "it is no application load balancer"} if classic

not_applicable contains {"assertion": "desync", "paths": ["load_balancer_type"], "message": "it does not read HTTP"} if {
	not classic
	kind != "application"
}

not_applicable contains {"assertion": "zones", "paths": ["load_balancer_type"], "message": "application load balancers always do, and gateway load balancers are not asked"} if {
	not classic
	kind != "network"
}
