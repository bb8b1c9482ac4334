package hipaactl.aws.logs.masking_test

import data.hipaactl.aws.logs.masking as policy

document(operation, identifiers) := json.marshal({"Version": "2021-06-01", "Statement": [
	{"DataIdentifier": ["arn:aws:dataprotection::aws:data-identifier/Ssn-US"], "Operation": {"Audit": {}}},
	{"DataIdentifier": identifiers, "Operation": {operation: {"MaskConfig": {}}}},
]})

managed(name) := [sprintf("arn:aws:dataprotection::aws:data-identifier/%s", [name])]

group(own, account) := {"_": {"phi": "yes", "own": [{"policy_document": text} | some text in own], "account": [{"policy_type": "DATA_PROTECTION_POLICY", "policy_document": text} | some text in account]}}

denied(of) if count(policy.deny) == 1 with input as of

test_masked if {
	every name in ["Ssn-US", "HealthInsuranceNumber-FR", "HealthInsuranceClaimNumber-US", "NhsNumber-GB"] {
		not denied(group([document("Deidentify", managed(name))], []))
		not denied(group([], [document("Deidentify", managed(name))]))
	}
	not denied(group([document("Deidentify", ["RecordNumber"])], []))
}

test_not_masked if {
	denied(group([], []))
	denied(group([document("Audit", managed("Ssn-US"))], []))
	denied(group([document("Deidentify", managed("EmailAddress"))], []))
	denied(group([document("Deidentify", managed("CreditCardNumber"))], []))
	denied(group(["no JSON"], []))

	# These are of medicines, treatments and physicians.
	every name in ["NationalDrugCode-US", "HealthcareProcedureCode-US", "DrugEnforcementAgencyNumber-US", "NationalProviderId-US"] {
		denied(group([document("Deidentify", managed(name))], []))
	}
}

test_other_policies if {
	text := document("Deidentify", managed("Ssn-US"))
	denied({"_": {"phi": "yes", "own": [], "account": [{"policy_type": "SUBSCRIPTION_FILTER_POLICY", "policy_document": text}]}})
}

test_classes if {
	masked := document("Deidentify", managed("Ssn-US"))
	every class in ["INFREQUENT_ACCESS", "DELIVERY"] {
		denied(object.union(group([], [masked]), {"log_group_class": class}))
		denied(object.union(group([masked], []), {"log_group_class": class}))
		count(policy.deny) == 0 with input as {"log_group_class": class, "_": {"phi": "no", "own": [], "account": []}}
	}
	every class in ["STANDARD", ""] {
		not denied(object.union(group([masked], []), {"log_group_class": class}))
	}
}

test_without_phi if {
	other := {"_": {"phi": "no", "own": [], "account": []}}
	not denied(other)
	count(policy.not_applicable) == 1 with input as other
}
