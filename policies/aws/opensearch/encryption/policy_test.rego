package hipaactl.aws.opensearch.encryption_test

import data.hipaactl.aws.opensearch.encryption as policy

denied := {d.assertion | some d in policy.deny}

domain(phi, blocks) := {"_": {"phi": phi, "source": "code"}, "encrypt_at_rest": blocks}

test_encrypted if {
	denied == set() with input as domain("no", [{"enabled": true}])
	{n.assertion | some n in policy.not_applicable} == {"customer_key"} with input as domain("no", [{"enabled": true}])
}

test_not_encrypted if {
	denied == {"encrypted"} with input as domain("no", [{"enabled": false}])
	denied == {"encrypted"} with input as domain("no", [])
	denied == {"encrypted"} with input as {"_": {"phi": "no", "source": "code"}}
}

test_phi if {
	denied == set() with input as domain("yes", [{"enabled": true, "kms_key_id": "ref:aws_kms_key.arn"}])
	denied == {"customer_key"} with input as domain("yes", [{"enabled": true}])
	denied == {"encrypted", "customer_key"} with input as domain("yes", [])
}

test_everywhere if {
	denied == {"customer_key"} with input as domain("unmarked", [{"enabled": true}]) with data.params.customer_key as true
}
