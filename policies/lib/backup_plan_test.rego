package hipaactl.lib.backup_plan_test

import data.hipaactl.lib.backup_plan

plan(days) := [{"rule": [{"lifecycle": [{"delete_after": days}]}]}]

named(more) := {"_": {"selection": [object.union({"_": {"plan": plan(35)}}, more)], "nearby": []}}

near(more) := {"_": {"selection": [], "nearby": [object.union({"_": {"plan": plan(35)}}, more)]}}

test_named if {
	backup_plan.covered(35) with input as named({})
	not backup_plan.covered(36) with input as named({})
	not backup_plan.perhaps_covered(36) with input as named({})
}

test_for_ever if {
	backup_plan.covered(3650) with input as {"_": {"selection": [{"_": {"plan": [{"rule": [{"lifecycle": []}]}]}}]}}
}

test_narrowed if {
	every more in [{"selection_tag": [{}]}, {"condition": [{}]}] {
		not backup_plan.covered(35) with input as named(more)
		backup_plan.perhaps_covered(35) with input as named(more)
	}
}

test_wide if {
	every more in [{"selection_tag": [{}]}, {"condition": [{}]}, {"resources": [null, "arn:aws:redshift:*:*:cluster:*"]}] {
		not backup_plan.covered(35) with input as near(more)
		backup_plan.perhaps_covered(35) with input as near(more)
	}
	not backup_plan.perhaps_covered(35) with input as near({"resources": ["arn:other", null]})
}
