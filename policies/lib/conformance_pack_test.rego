package hipaactl.lib.conformance_pack_test

import data.hipaactl.lib.conformance_pack

test_recognised if {
	every text in {
		"hipaa", "Operational-Best-Practices-for-HIPAA-Security", "OrgConformsPack-hipaa-security-k2v8s1xw",
		"AWSConformancePacks-OperationalBestPracticesforHIPAASecurity", "AWSConformancePacks-OperationalBestPracticesforNIST80053rev5",
		"s3://clinic-packs/Operational-Best-Practices-for-NIST-800-53-rev-5.yaml", "nist_sp_800-53", "NIST SP 800-53",
		"#  Conformance Pack:\n#  Operational Best Practices for HIPAA Security\n",
	} {
		conformance_pack.recognised(text)
	}
}

test_others if {
	every text in {"", "baseline", "Operational-Best-Practices-for-CIS", "Operational-Best-Practices-for-NIST-800-171", "nist-csf", "rule-80053"} {
		not conformance_pack.recognised(text)
	}
}
