package hipaactl.aws.vpc.vpn_test

import data.hipaactl.aws.vpc.vpn as policy

connection(source, states) := {"_": {"type": "aws_vpn_connection", "source": source}, "vgw_telemetry": [{"status": state} | some state in states]}

rule(all, cidr) := {"_": {"type": "aws_ec2_client_vpn_authorization_rule", "source": "code"}, "authorize_all_groups": all, "target_network_cidr": cidr}

endpoint(options) := {"_": {"type": "aws_ec2_client_vpn_endpoint", "source": "code"}, "connection_log_options": options}

said(i) := {d.message | some d in policy.deny with input as i}

out(i) := {d.assertion | some d in policy.not_applicable with input as i}

test_tunnels if {
	said(connection("live", ["UP", "UP"])) == set()
	said(connection("live", ["UP", "DOWN"])) == {"1 of its 2 tunnels are up"}
	said(connection("live", ["UP"])) == {"1 of its 2 tunnels are up"}
	said(connection("live", [])) == {"0 of its 2 tunnels are up"}
	said(connection("code", [])) == set()
	out(connection("code", [])) == {"tunnels", "narrow", "logged"}
	out(connection("live", [])) == {"narrow", "logged"}
}

test_narrow if {
	said(rule(true, "0.0.0.0/0")) == {"everybody who connects reaches every network"}
	said(rule(true, "128.0.0.0/1")) == {"everybody who connects reaches every network"}
	said(rule(true, "10.0.0.0/16")) == set()
	said(rule(false, "0.0.0.0/0")) == set()
	out(rule(true, "0.0.0.0/0")) == {"tunnels", "logged"}
}

test_logged if {
	said(endpoint([{"enabled": true}])) == set()
	said(endpoint([{"enabled": false}])) == {"connections are not logged"}
	said(endpoint([])) == {"connections are not logged"}
	out(endpoint([])) == {"tunnels", "narrow"}
}
