package hipaactl.aws.rds.minor_upgrades_test

import data.hipaactl.aws.rds.minor_upgrades as policy

test_upgrades if {
	count(policy.deny) == 0 with input as {"auto_minor_version_upgrade": true}
	count(policy.deny) == 1 with input as {"auto_minor_version_upgrade": false}
}
