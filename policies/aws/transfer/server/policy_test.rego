package hipaactl.aws.transfer.server_test

import data.hipaactl.aws.transfer.server as policy

said(rules) := {s.assertion | some s in rules}

server(overrides) := object.union(
	{
		"_": {"phi": "no"}, "protocols": ["SFTP"], "endpoint_type": "VPC", "security_policy_name": "TransferSecurityPolicy-2024-01",
		"structured_log_destinations": ["arn:aws:logs:us-east-1:111122223333:log-group:transfer:*"],
	},
	overrides,
)

failed(overrides) := assertions if {
	assertions := said(policy.deny) with input as server(overrides) with data.params.minimum_year as 2024
}

test_sound if {
	failed({}) == set()
	failed({"structured_log_destinations": [], "logging_role": "arn:aws:iam::111122223333:role/transfer"}) == set()
	every name in ["TransferSecurityPolicy-FIPS-2024-01", "TransferSecurityPolicy-Restricted-2024-06", "TransferSecurityPolicy-SshAuditCompliant-2025-02"] {
		failed({"security_policy_name": name}) == set()
	}
	failed({"endpoint_type": "PUBLIC"}) == set()
	said(policy.not_applicable) == {"endpoint"} with input as server({})
}

test_faults if {
	failed({"protocols": ["SFTP", "FTP"]}) == {"protocols"}
	failed({"structured_log_destinations": []}) == {"logged"}
	failed({"endpoint_type": "PUBLIC", "_": {"phi": "yes"}}) == {"endpoint"}
	failed({"security_policy_name": "TransferSecurityPolicy-2018-11"}) == {"security_policy"}
	failed({"security_policy_name": "TransferSecurityPolicy-PQ-SSH-Experimental-2023-04"}) == {"security_policy"}
}

test_policy_without_a_year if {
	said(policy.unknown) == {"security_policy"} with input as server({"security_policy_name": "Custom"})
}
