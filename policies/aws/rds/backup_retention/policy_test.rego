package hipaactl.aws.rds.backup_retention_test

import data.hipaactl.aws.rds.backup_retention as policy

params := {"minimum_days": 7, "phi_minimum_days": 35}

denied := {d.assertion | some d in policy.deny}

database(phi, days, lists) := {"_": object.union({"phi": phi, "selection": [], "nearby": []}, lists), "backup_retention_period": days}

selection(attributes, rules) := object.union({"_": {"plan": [{"rule": rules}]}}, attributes)

keeps(days) := [{"lifecycle": [{"delete_after": days}]}]

test_minimum if {
	denied == set() with input as database("unmarked", 7, {}) with data.params as params
	denied == {"minimum"} with input as database("unmarked", 6, {}) with data.params as params
	denied == {"minimum"} with input as database("no", 0, {}) with data.params as params
}

test_phi_minimum if {
	denied == set() with input as database("yes", 35, {}) with data.params as params
	denied == {"phi_minimum"} with input as database("yes", 34, {}) with data.params as params
	denied == {"minimum", "phi_minimum"} with input as database("yes", 1, {}) with data.params as params
}

test_parameter if {
	denied == {"minimum"} with input as database("no", 10, {}) with data.params as {"minimum_days": 14, "phi_minimum_days": 35}
}

test_without_phi_the_longer_minimum_is_not_judged if {
	{n.assertion | some n in policy.not_applicable} == {"phi_minimum"} with input as database("no", 7, {}) with data.params as params
}

test_backup_plan_by_arn if {
	long := database("yes", 7, {"selection": [selection({}, keeps(90))]})
	denied == set() with input as long with data.params as params
	count(policy.unknown) == 0 with input as long with data.params as params
	short := database("yes", 7, {"selection": [selection({}, keeps(14))]})
	denied == {"phi_minimum"} with input as short with data.params as params
}

test_backup_plan_for_ever if {
	denied == set() with input as database("yes", 7, {"selection": [selection({}, [{}])]}) with data.params as params
	cold := [{"lifecycle": [{}]}]
	denied == set() with input as database("yes", 7, {"selection": [selection({}, cold)]}) with data.params as params
}

test_second_rule_keeps if {
	rules := array.concat(keeps(7), keeps(365))
	denied == set() with input as database("yes", 7, {"selection": [selection({}, rules)]}) with data.params as params
}

test_backup_plan_does_not_replace_automated_backups if {
	denied == {"minimum"} with input as database("yes", 0, {"selection": [selection({}, keeps(90))]}) with data.params as params
}

test_narrowed_selection_is_unknown if {
	every attributes in [{"selection_tag": [{}]}, {"condition": [{}]}] {
		narrow := database("yes", 7, {"selection": [selection(attributes, keeps(90))]})
		denied == set() with input as narrow with data.params as params
		count(policy.unknown) == 1 with input as narrow with data.params as params
	}
}

test_wide_selection_is_unknown if {
	every attributes in [{"selection_tag": [{}]}, {"condition": [{}]}, {"resources": ["arn:aws:rds:*:*:db:*"]}] {
		wide := database("yes", 7, {"nearby": [selection(attributes, keeps(90))]})
		denied == set() with input as wide with data.params as params
		count(policy.unknown) == 1 with input as wide with data.params as params
	}
}

test_wide_selection_of_a_short_plan_helps_nobody if {
	short := database("yes", 7, {"nearby": [selection({"selection_tag": [{}]}, keeps(14))]})
	denied == {"phi_minimum"} with input as short with data.params as params
	count(policy.unknown) == 0 with input as short with data.params as params
}

test_selection_of_others if {
	every attributes in [{"resources": ["ref:aws_db_instance.arn"]}, {"resources": ["ref:aws_db_instance.arn"], "condition": [{}]}] {
		others := database("yes", 7, {"nearby": [selection(attributes, keeps(90))]})
		denied == {"phi_minimum"} with input as others with data.params as params
	}
}

test_read_replica if {
	replica := object.union(database("yes", 0, {}), {"replicate_source_db": "ref:aws_db_instance.identifier"})
	denied == set() with input as replica with data.params as params
	"a read replica is backed up at its source" in {n.message | some n in policy.not_applicable} with input as replica with data.params as params
}
