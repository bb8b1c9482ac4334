package hipaactl.aws.redshift.public_access_test

import data.hipaactl.aws.redshift.public_access as policy

test_private if {
	count(policy.deny) == 0 with input as {"publicly_accessible": false}
}

test_public if {
	policy.deny == {{"paths": ["publicly_accessible"], "message": "it is publicly accessible"}} with input as {"publicly_accessible": true}
}
