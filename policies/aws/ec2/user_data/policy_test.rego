package hipaactl.aws.ec2.user_data_test

import data.hipaactl.aws.ec2.user_data as policy

test_none if {
	count(policy.deny) == 0 with input as {}
	count(policy.deny) == 0 with input as {"user_data": "#!/bin/sh\nyum -y update\n"}
}

test_text if {
	policy.deny == {{"paths": ["user_data"], "message": "user data holds a password"}} with input as {"user_data": "#!/bin/sh\nDB_PASSWORD=hunter2\n"}
}

test_base64 if {
	every attribute in ["user_data", "user_data_base64"] {
		count(policy.deny) == 1 with input as {attribute: base64.encode("#!/bin/sh\nDB_PASSWORD=hunter2\n")}
		count(policy.deny) == 0 with input as {attribute: base64.encode("#!/bin/sh\nyum -y update\n")}
	}
}

test_packed if {
	packed := {"user_data_base64": "H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA=="}
	count(policy.deny) == 0 with input as packed
	count(policy.unknown) == 1 with input as packed
}
