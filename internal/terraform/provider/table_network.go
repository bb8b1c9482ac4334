package provider

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// network are the defaults of VPC and load balancing.
var network = []entry{
	// A default subnet gives a public address unless its setting was changed:
	// https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html
	{"aws_default_subnet", "map_public_ip_on_launch", yes, page("default_subnet")},
	{"aws_subnet", "assign_ipv6_address_on_creation", no, page("subnet")},
	{"aws_subnet", "map_public_ip_on_launch", no, page("subnet")},

	{"aws_network_acl_rule", "egress", no, page("network_acl_rule")},

	{"aws_vpc_endpoint", "dns_options.private_dns_only_for_inbound_resolver_endpoint", no, page("vpc_endpoint")},
	{"aws_vpc_endpoint", "private_dns_enabled", no, page("vpc_endpoint")},
	{"aws_vpc_endpoint", "vpc_endpoint_type", word("Gateway"), page("vpc_endpoint")},

	{"aws_flow_log", "log_destination_type", word("cloud-watch-logs"), page("flow_log")},

	{"aws_elb", "access_logs.enabled", yes, page("elb")},
	{"aws_elb", "cross_zone_load_balancing", yes, page("elb")},
	{"aws_elb", "desync_mitigation_mode", word("defensive"), page("elb")},
	{"aws_elb", "internal", no, page("elb")},

	{"aws_lb", "access_logs.enabled", no, page("lb")},
	{"aws_lb", "desync_mitigation_mode", word("defensive"), page("lb")},
	{"aws_lb", "drop_invalid_header_fields", no, page("lb")},
	{"aws_lb", "enable_cross_zone_load_balancing", no, page("lb")},
	{"aws_lb", "enable_deletion_protection", no, page("lb")},
	{"aws_lb", "internal", no, page("lb")},
	{"aws_lb", "load_balancer_type", word("application"), page("lb")},
	{"aws_lb_listener", "default_action.redirect.protocol", word("#{protocol}"), page("lb_listener")},
	{"aws_lb_listener", "protocol", listenerProtocol, page("lb_listener")},
	{"aws_lb_listener", "ssl_policy", listenerPolicy, "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html"},
	{"aws_lb_target_group", "target_type", word("instance"), page("lb_target_group")},
}

// listenerProtocol is HTTP for an application load balancer. A network load
// balancer must say, and a gateway load balancer's listener has neither protocol
// nor port: where no port is written nothing is known.
var listenerProtocol = fallback{needs: []string{"port"}, value: func(s siblings, _ Version) cty.Value {
	port := s("port")
	switch {
	case absent(port):
		return cty.NilVal
	case !isKnown(port):
		return unknownLike(cty.String, port)
	}
	return cty.StringVal("HTTP")
}}

// listenerPolicy is what Elastic Load Balancing's API takes where none is given.
// The provider asks for one but sends nothing when it is omitted.
var listenerPolicy = fallback{needs: []string{"protocol"}, value: func(s siblings, _ Version) cty.Value {
	protocol := s("protocol")
	if absent(protocol) {
		return cty.NilVal
	}
	name, ok := text(protocol)
	if !ok {
		return unknownLike(cty.String, protocol)
	}
	switch strings.ToUpper(name) {
	case "HTTPS", "TLS":
		return cty.StringVal("ELBSecurityPolicy-2016-08")
	}
	return cty.NilVal
}}
