package hipaactl.aws.elb.tls_version_test

import data.hipaactl.aws.elb.tls_version as policy

params := {"minimum": 1.2}

# The predefined policies as AWS lists them for application, network and classic load balancers.
documented := {
	1: [
		"ELBSecurityPolicy-TLS13-1-0-2021-06", "ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-0-PQ-2025-09",
		"ELBSecurityPolicy-FS-2018-06", "ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-2015-05", "ELBSecurityPolicy-TLS-1-0-2015-04",
		"ELBSecurityPolicy-2015-03", "ELBSecurityPolicy-2015-02", "ELBSecurityPolicy-2014-10", "ELBSecurityPolicy-2014-01", "ELBSecurityPolicy-2011-08",
	],
	1.1: [
		"ELBSecurityPolicy-TLS13-1-1-2021-06", "ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04",
		"ELBSecurityPolicy-FS-1-1-2019-08", "ELBSecurityPolicy-TLS-1-1-2017-01",
	],
	1.2: [
		"ELBSecurityPolicy-TLS13-1-2-2021-06", "ELBSecurityPolicy-TLS13-1-2-Res-2021-06", "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06",
		"ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06", "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04",
		"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
		"ELBSecurityPolicy-FS-1-2-2019-08", "ELBSecurityPolicy-FS-1-2-Res-2019-08", "ELBSecurityPolicy-FS-1-2-Res-2020-10",
		"ELBSecurityPolicy-TLS-1-2-2017-01", "ELBSecurityPolicy-TLS-1-2-Ext-2018-06",
	],
	1.3: ["ELBSecurityPolicy-TLS13-1-3-2021-06", "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09"],
}

listener(protocol, name) := {"_": {"type": "aws_lb_listener"}, "protocol": protocol, "ssl_policy": name}

negotiation(settings) := {"_": {"type": "aws_lb_ssl_negotiation_policy"}, "attribute": [{"name": n, "value": v} | some n, v in settings]}

of_type(kind, settings) := {"_": {"type": "aws_load_balancer_policy"}, "policy_type_name": kind, "policy_attribute": [{"name": n, "value": v} | some n, v in settings]}

messages := {d.message | some d in policy.deny}

test_predefined_policies if {
	every version, names in documented {
		every name in names {
			policy.lowest(name) == version
			denials := policy.deny with input as listener("HTTPS", name) with data.params as params
			count(denials) == count({v | some v in [version]; v < 1.2})
		}
	}
}

test_message if {
	messages == {"the security policy permits TLS 1.0"} with input as listener("TLS", "ELBSecurityPolicy-2016-08") with data.params as params
}

test_parameter if {
	strict := {"minimum": 1.3}
	count(policy.deny) == 1 with input as listener("HTTPS", "ELBSecurityPolicy-TLS13-1-2-2021-06") with data.params as strict
}

test_policy_of_another_name if {
	count(policy.deny) == 0 with input as listener("HTTPS", "tailored") with data.params as params
	count(policy.unknown) == 1 with input as listener("HTTPS", "tailored") with data.params as params
}

test_listener_without_tls if {
	count(policy.not_applicable) == 1 with input as listener("HTTP", "ELBSecurityPolicy-2016-08") with data.params as params
	count(policy.deny) == 0 with input as listener("HTTP", "ELBSecurityPolicy-2016-08") with data.params as params
}

test_protocols_of_a_classic_load_balancer if {
	messages == set() with input as negotiation({"Protocol-TLSv1.2": "true", "Protocol-TLSv1": "false"}) with data.params as params
	messages == {"the security policy permits TLS 1.0"} with input as negotiation({"Protocol-TLSv1.2": "true", "Protocol-TLSv1": "true"}) with data.params as params
	messages == {"the security policy permits SSL"} with input as negotiation({"Protocol-SSLv3": "true"}) with data.params as params
}

test_reference_policy_of_a_classic_load_balancer if {
	messages == set() with input as negotiation({"Reference-Security-Policy": "ELBSecurityPolicy-TLS-1-2-2017-01"}) with data.params as params
	messages == {"the security policy permits TLS 1.1"} with input as negotiation({"Reference-Security-Policy": "ELBSecurityPolicy-TLS-1-1-2017-01"}) with data.params as params
}

test_settings_that_do_not_tell if {
	count(policy.unknown) == 1 with input as negotiation({"Server-Defined-Cipher-Order": "true"}) with data.params as params
	count(policy.unknown) == 1 with input as negotiation({"Reference-Security-Policy": "tailored"}) with data.params as params
	count(policy.unknown) == 1 with input as {"_": {"type": "aws_lb_ssl_negotiation_policy"}} with data.params as params
}

test_load_balancer_policies if {
	old := {"Protocol-TLSv1.1": "true"}
	{d.paths | some d in policy.deny} == {["policy_attribute[0]", "policy_type_name"]} with input as of_type("SSLNegotiationPolicyType", old) with data.params as params
	count(policy.deny) == 0 with input as of_type("ProxyProtocolPolicyType", {"ProxyProtocol": "true"}) with data.params as params
	count(policy.not_applicable) == 1 with input as of_type("ProxyProtocolPolicyType", {"ProxyProtocol": "true"}) with data.params as params
	count(policy.unknown) == 0 with input as of_type("ProxyProtocolPolicyType", {"ProxyProtocol": "true"}) with data.params as params
}
