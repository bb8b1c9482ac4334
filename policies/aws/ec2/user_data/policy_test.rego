package hipaactl.aws.ec2.user_data_test

import data.hipaactl.aws.ec2.user_data as policy

params := {"confidence": ["medium", "high"], "kinds": ["*"]}

password(confidence) := {"class": "credential", "kind": "password-assignment", "confidence": confidence, "masked": "[password-assignment]"}

number := {"class": "phi", "kind": "ssn", "confidence": "high", "masked": "***-**-****"}

test_none if {
	count(policy.deny) == 0 with input as {} with data.params as params
	count(policy.deny) == 0 with input as {"user_data": []} with data.params as params
	count(policy.deny) == 0 with input as {"user_data": [null, password("low")]} with data.params as params
	count(policy.deny) == 0 with input as {"user_data": [{"class": "reference", "kind": "arn", "confidence": "high", "masked": ""}]} with data.params as params
}

test_found if {
	every attribute in ["user_data", "user_data_base64"] {
		want := {{
			"paths": [sprintf("%s[0]", [attribute]), sprintf("%s[1]", [attribute])],
			"message": "user data holds a credential (password-assignment, medium confidence) and what names a patient (ssn, high confidence)",
		}}
		policy.deny == want with input as {attribute: [password("medium"), number]} with data.params as params
	}
}

test_asked if {
	holds := {"user_data": [password("low"), number]}
	count(policy.deny) == 1 with input as holds with data.params as {"confidence": ["low"], "kinds": ["password-*"]}
	count(policy.deny) == 0 with input as holds with data.params as {"confidence": ["medium", "high"], "kinds": ["password-*"]}
}
