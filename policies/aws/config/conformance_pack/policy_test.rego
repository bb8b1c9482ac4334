package hipaactl.aws.config.conformance_pack_test

import data.hipaactl.aws.config.conformance_pack as policy
import data.hipaactl.aws.config.conformance_pack_account as account

nothing := {"_": {"source": "code"}, "aws_config_conformance_pack": [], "aws_config_organization_conformance_pack": [], "aws_config_conformance_pack_status": []}

denied(change) := count(denials) if {
	denials := account.deny with input as object.union(nothing, change)
}

test_none if denied({}) == 1

test_named if {
	denied({"aws_config_conformance_pack": [{"name": "baseline"}, {"name": "hipaa"}]}) == 0
	denied({"aws_config_organization_conformance_pack": [{"name": "nist-800-53"}]}) == 0
	denied({"aws_config_conformance_pack": [{"name": "baseline"}]}) == 1
}

test_template if {
	denied({"aws_config_conformance_pack": [{"name": "baseline", "template_s3_uri": "s3://packs/HIPAA.yaml"}]}) == 0
	denied({"aws_config_conformance_pack": [{"name": "baseline", "template_body": "# Operational Best Practices for HIPAA Security"}]}) == 0
	denied({"aws_config_conformance_pack_status": [{"template_document": "AWSConformancePacks-OperationalBestPracticesforHIPAASecurity"}]}) == 0
	denied({"aws_config_conformance_pack_status": [{"template_document": "AWSConformancePacks-SecurityBestPracticesforS3"}]}) == 1
}

test_paths if {
	live := [d.paths | some d in account.deny] with input as object.union(nothing, {"_": {"source": "live"}})
	live == [["aws_config_conformance_pack[*].name", "aws_config_conformance_pack_status[*].template_document"]]
	code := [d.paths | some d in account.deny] with input as nothing
	count(code[0]) == 6
}

# said is how many denials, open questions and exemptions there are.
said(pack) := counts if {
	counts := [count(policy.deny), count(policy.unknown), count(policy.not_applicable)] with input as pack with data.params as {"minimum_score": 90}
}

test_score if {
	said({"name": "hipaa", "compliance_score": 90}) == [0, 0, 0]
	said({"name": "hipaa", "compliance_score": 89.5}) == [1, 0, 0]
	said({"name": "hipaa", "compliance_score": 0}) == [1, 0, 0]
	said({"name": "hipaa"}) == [0, 1, 0]
	said({"name": "baseline", "template_document": "AWSConformancePacks-OperationalBestPracticesforNIST80053rev5", "compliance_score": 80}) == [1, 0, 0]
	said({"name": "baseline"}) == [0, 0, 1]
	said({"name": "baseline", "compliance_score": 95}) == [0, 0, 1]
}
