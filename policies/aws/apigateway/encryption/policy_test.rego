package hipaactl.aws.apigateway.encryption_test

import data.hipaactl.aws.apigateway.encryption as policy

denied := {d.assertion | some d in policy.deny}

not_judged := {n.assertion | some n in policy.not_applicable}

doubted := {u.assertion | some u in policy.unknown}

stage(attributes, related) := object.union(
	{"_": object.union({"type": "aws_api_gateway_stage", "settings": [], "integrations": [], "api": [{}]}, related), "stage_name": "prod"},
	attributes,
)

http := {"integrations": [{"type": "HTTP_PROXY"}]}

setting(path, settings) := {"stage_name": "prod", "method_path": path, "settings": [settings]}

cached(settings) := stage({"cache_cluster_enabled": true}, {"settings": settings})

test_client_certificate if {
	denied == {"client_certificate"} with input as stage({}, http)
	denied == {"client_certificate"} with input as stage({"client_certificate_id": ""}, {"integrations": [{"type": "AWS"}, {"type": "HTTP"}]})
	denied == set() with input as stage({"client_certificate_id": "abc"}, http)
	not_judged == {"cache", "tls"} with input as stage({"client_certificate_id": "abc"}, http)
	not_judged == {"client_certificate", "cache", "tls"} with input as stage({}, {"integrations": [{"type": "AWS_PROXY"}]})
}

test_described_elsewhere if {
	doubted == {"client_certificate"} with input as stage({}, {"api": [{"body": "openapi: 3.0.1"}]})
	not_judged == {"cache", "tls"} with input as stage({}, {"api": [{"body": "openapi: 3.0.1"}]})
	denied == {"client_certificate"} with input as stage({}, object.union(http, {"api": [{"body": "openapi: 3.0.1"}]}))
}

test_cache if {
	denied == set() with input as cached([setting("*/*", {"caching_enabled": true, "cache_data_encrypted": true})])
	denied == set() with input as cached([setting("*/*", {"cache_data_encrypted": true}), setting("a/GET", {"caching_enabled": false})])
	denied == {"cache"} with input as cached([])
	denied == {"cache"} with input as cached([setting("*/*", {"caching_enabled": true})])
	denied == {"cache"} with input as cached([setting("a/GET", {"cache_data_encrypted": true})])
	denied == {"cache"} with input as cached([setting("*/*", {"cache_data_encrypted": true}), setting("a/GET", {"caching_enabled": true})])
	denied == {"cache"} with input as cached([object.union(setting("*/*", {"cache_data_encrypted": true}), {"stage_name": "test"})])
}

domain(policy) := {"_": {"type": "aws_api_gateway_domain_name", "settings": [], "integrations": [], "api": []}, "security_policy": policy}

test_tls if {
	every name in ["TLS_1_2", "SecurityPolicy_TLS13_1_2_2021_06", "SecurityPolicy_TLS13_1_3_2025_09", "SecurityPolicy_TLS12_2018_EDGE"] {
		denied == set() with input as domain(name)
		doubted == set() with input as domain(name)
	}
	denied == {"tls"} with input as domain("TLS_1_0")
	not_judged == {"client_certificate", "cache"} with input as domain("TLS_1_2")
	doubted == {"tls"} with input as domain("")
	doubted == {"tls"} with input as object.remove(domain(""), ["security_policy"])
}

test_tls_of_http_apis if {
	of := object.union(domain(""), {"_": {"type": "aws_apigatewayv2_domain_name"}, "domain_name_configuration": [{"security_policy": "TLS_1_0"}]})
	{d.paths | some d in policy.deny} == {["domain_name_configuration[0].security_policy"]} with input as of
	doubted == set() with input as of
}
