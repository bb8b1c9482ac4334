package hipaactl.aws.athena.results_test

import data.hipaactl.aws.athena.results as policy

denied := {d.assertion | some d in policy.deny}

workgroup(phi, settings) := {"_": {"phi": phi}, "configuration": [object.union({"enforce_workgroup_configuration": true}, settings)]}

encrypted(option) := {"result_configuration": [{"encryption_configuration": [{"encryption_option": option}]}]}

managed(encryption) := {"managed_query_results_configuration": [{"enabled": true, "encryption_configuration": encryption}]}

test_encrypted if {
	denied == set() with input as workgroup("no", encrypted("SSE_S3"))
	denied == set() with input as workgroup("no", managed([]))
	{n.assertion | some n in policy.not_applicable} == {"kms"} with input as workgroup("no", managed([]))
}

test_not_encrypted if {
	denied == {"encrypted"} with input as workgroup("no", {"result_configuration": [{"encryption_configuration": []}]})
	denied == {"encrypted"} with input as {"_": {"phi": "no"}, "configuration": []}
}

test_not_enforced if {
	denied == {"enforced"} with input as workgroup("no", object.union(encrypted("SSE_S3"), {"enforce_workgroup_configuration": false}))
}

test_phi if {
	denied == {"kms"} with input as workgroup("yes", encrypted("SSE_S3"))
	denied == {"kms"} with input as workgroup("yes", managed([]))
	denied == set() with input as workgroup("yes", encrypted("CSE_KMS"))
	denied == set() with input as workgroup("yes", managed([{"kms_key": "ref:aws_kms_key.arn"}]))
}
