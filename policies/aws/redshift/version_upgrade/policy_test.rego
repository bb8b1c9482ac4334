package hipaactl.aws.redshift.version_upgrade_test

import data.hipaactl.aws.redshift.version_upgrade as policy

test_upgrades if {
	count(policy.deny) == 0 with input as {"allow_version_upgrade": true}
}

test_no_upgrades if {
	{d.paths | some d in policy.deny} == {["allow_version_upgrade"]} with input as {"allow_version_upgrade": false}
}
