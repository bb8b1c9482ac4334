package hipaactl.aws.cloudfront.viewer_tls_test

import data.hipaactl.aws.cloudfront.viewer_tls as policy

denied := {d.assertion | some d in policy.deny}

distribution(behaviors, certificate) := {
	"default_cache_behavior": [{"viewer_protocol_policy": "redirect-to-https"}],
	"ordered_cache_behavior": [{"viewer_protocol_policy": b} | some b in behaviors],
	"viewer_certificate": [certificate],
}

version(name) := distribution([], {"minimum_protocol_version": name})

test_https if {
	denied == set() with input as distribution(["https-only", "redirect-to-https"], {"minimum_protocol_version": "TLSv1.2_2021"}) with data.params.minimum as 1.2
	open := distribution(["https-only", "allow-all"], {"minimum_protocol_version": "TLSv1.2_2021"})
	{d.paths | some d in policy.deny} == {["ordered_cache_behavior[1].viewer_protocol_policy"]} with input as open with data.params.minimum as 1.2
}

test_default_behavior if {
	{d.paths | some d in policy.deny} == {["default_cache_behavior[0].viewer_protocol_policy"]} with input as {
		"default_cache_behavior": [{"viewer_protocol_policy": "allow-all"}],
		"viewer_certificate": [{"minimum_protocol_version": "TLSv1.2_2021"}],
	}
		with data.params.minimum as 1.2
}

# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
test_versions if {
	every name in ["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"] {
		denied == set() with input as version(name) with data.params.minimum as 1.2
	}
	every name in ["SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1_2016", "TLSv1.2_2018", "TLSv1.2_2019", ""] {
		denied == {"tls"} with input as version(name) with data.params.minimum as 1.2
	}
	denied == {"tls"} with input as version("TLSv1.2_2021") with data.params.minimum as 1.3
	denied == set() with input as version("TLSv1.3_2025") with data.params.minimum as 1.3
	denied == {"tls"} with input as distribution([], {}) with data.params.minimum as 1.2
}

test_own_certificate if {
	own := {"cloudfront_default_certificate": true, "minimum_protocol_version": "TLSv1.2_2021"}
	{d.paths | some d in policy.deny} == {["viewer_certificate[*].cloudfront_default_certificate"]} with input as distribution([], own) with data.params.minimum as 1.2
}
