package hipaactl.aws.opensearch.https_test

import data.hipaactl.aws.opensearch.https as policy

denied(blocks) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as {"domain_endpoint_options": blocks}
}

test_sound if {
	every name in ["Policy-Min-TLS-1-2-2019-07", "Policy-Min-TLS-1-2-PFS-2023-10", "Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08"] {
		denied([{"enforce_https": true, "tls_security_policy": name}]) == set()
	}
}

test_plain_http if {
	denied([{"enforce_https": false, "tls_security_policy": "Policy-Min-TLS-1-2-2019-07"}]) == {"https"}
}

test_old_tls if {
	denied([{"enforce_https": true, "tls_security_policy": "Policy-Min-TLS-1-0-2019-07"}]) == {"tls"}
	denied([{"enforce_https": true}]) == {"tls"}
}

test_nothing_said if denied([]) == {"https", "tls"}
