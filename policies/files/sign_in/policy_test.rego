package hipaactl.files.sign_in_test

import data.hipaactl.files.sign_in

test_key if count(sign_in.deny) == 1 with input as {"keys": [{"lasting": "aws k"}]}

test_federation if {
	count(sign_in.deny) == 0 with input as {"keys": [{}]}
	count(sign_in.not_applicable) == 0 with input as {"keys": [{}]}
}

test_unclear if count(sign_in.unknown) == 1 with input as {"keys": [{"unclear": "aws k"}]}

test_none if count(sign_in.not_applicable) == 1 with input as {"keys": []}
