package hipaactl.aws.cloudfront.origins_test

import data.hipaactl.aws.cloudfront.origins as policy

denied := {d.assertion | some d in policy.deny}

not_judged := {n.assertion | some n in policy.not_applicable}

custom(protocol, versions) := {"origin": [{"custom_origin_config": [{"origin_protocol_policy": protocol, "origin_ssl_protocols": versions}]}]}

test_custom if {
	denied == set() with input as custom("https-only", ["TLSv1.2"])
	not_judged == {"access"} with input as custom("https-only", ["TLSv1.2"])
	every protocol in ["http-only", "match-viewer"] {
		denied == {"https"} with input as custom(protocol, ["TLSv1.2"])
	}
	{d.paths | some d in policy.deny} == {["origin[0].custom_origin_config[0].origin_ssl_protocols[1]"]} with input as custom("https-only", ["TLSv1.2", "TLSv1.1"])
	denied == {"https"} with input as custom("https-only", ["SSLv3", "TLSv1"])
}

test_bucket if {
	denied == {"access"} with input as {"origin": [{"domain_name": "x"}]}
	denied == {"access"} with input as {"origin": [{"origin_access_control_id": "", "s3_origin_config": [{"origin_access_identity": ""}]}]}
	denied == set() with input as {"origin": [{"origin_access_control_id": "E1"}]}
	denied == set() with input as {"origin": [{"s3_origin_config": [{"origin_access_identity": "origin-access-identity/cloudfront/E1"}]}]}
	not_judged == {"https"} with input as {"origin": [{"origin_access_control_id": "E1"}]}
}

test_both if {
	both := {"origin": array.concat(custom("http-only", ["TLSv1.2"]).origin, [{}])}
	denied == {"https", "access"} with input as both
	not_judged == set() with input as both
}

test_vpc_origin if {
	inside := {"origin": [{"vpc_origin_config": [{}]}]}
	denied == set() with input as inside
	not_judged == {"access"} with input as inside
	{u.assertion | some u in policy.unknown} == {"https"} with input as inside
}
