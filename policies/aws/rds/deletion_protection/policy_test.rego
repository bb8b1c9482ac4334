package hipaactl.aws.rds.deletion_protection_test

import data.hipaactl.aws.rds.deletion_protection as policy

database(phi, attributes) := object.union({"_": {"phi": phi}, "deletion_protection": true, "skip_final_snapshot": false}, attributes)

denied := {d.assertion | some d in policy.deny}

not_judged := {n.assertion | some n in policy.not_applicable}

test_protected if {
	denied == set() with input as database("yes", {})
	not_judged == set() with input as database("yes", {})
}

test_not_protected if {
	denied == {"protected"} with input as database("unmarked", {"deletion_protection": false})
}

test_skipped_snapshot_matters_to_phi if {
	denied == {"final_snapshot"} with input as database("yes", {"skip_final_snapshot": true})
}

test_skipped_snapshot_without_phi if {
	every phi in ["no", "unmarked"] {
		denied == set() with input as database(phi, {"skip_final_snapshot": true})
		not_judged == {"final_snapshot"} with input as database(phi, {"skip_final_snapshot": true})
	}
}

test_read_replica if {
	replica := database("yes", {"skip_final_snapshot": true, "replicate_source_db": "ref:aws_db_instance.identifier"})
	denied == set() with input as replica
	not_judged == {"final_snapshot"} with input as replica
}

test_an_account_does_not_say_what_deletion_will_do if {
	live := {"_": {"phi": "yes", "source": "live"}, "deletion_protection": false}
	denied == {"protected"} with input as live
	not_judged == {"final_snapshot"} with input as live
}
