package hipaactl.files.terraform_state_customer_key_test

import data.hipaactl.files.terraform_state_customer_key as policy

test_named if {
	count(policy.deny) == 0 with input as {"kind": "s3", "fixture": false, "customer_key": true}
	count(policy.deny) == 1 with input as {"kind": "s3", "fixture": false, "customer_key": false}
	count(policy.unknown) == 0 with input as {"kind": "s3", "fixture": false, "customer_key": false}
}

test_elsewhere if {
	count(policy.unknown) == 1 with input as {"kind": "azurerm", "fixture": false, "customer_key": false}
	count(policy.not_applicable) == 1 with input as {"kind": "s3", "fixture": true}
}
