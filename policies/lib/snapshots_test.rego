package hipaactl.lib.snapshots_test

import data.hipaactl.lib.snapshots

database(phi) := {"_": {"phi": phi}}

copy_of(snapshot_phi, instance_phi) := {"_": {
	"type": "aws_db_snapshot_copy",
	"phi": "unmarked",
	"snapshot": [{"_": {"type": "aws_db_snapshot", "phi": snapshot_phi, "instance": [database(instance_phi)]}}],
}}

test_phi_of_its_own if {
	snapshots.phi_paths == {"_.phi"} with input as {"_": {"type": "aws_ebs_snapshot_import", "phi": "yes"}}
}

test_phi_of_what_it_was_taken_of if {
	snapshots.phi_paths == {"_.instance[1]._.phi"} with input as {"_": {"type": "aws_db_snapshot", "phi": "no", "instance": [database("unmarked"), database("yes")]}}
}

test_phi_two_steps_back if {
	snapshots.phi_paths == {"_.snapshot[0]._.instance[0]._.phi"} with input as copy_of("no", "yes")
	snapshots.phi_paths == {"_.snapshot[0]._.phi"} with input as copy_of("yes", "no")
	snapshots.phi_paths == set() with input as copy_of("no", "no")
}

test_where_phi_would_be_seen if {
	snapshots.all_phi_paths == ["_.phi", "_.snapshot[*]._.phi", "_.snapshot[0]._.instance[*]._.phi"] with input as copy_of("no", "no")
	snapshots.all_phi_paths == ["_.phi", "_.volume[*]._.phi"] with input as {"_": {"type": "aws_ebs_snapshot", "phi": "no", "volume": []}}
	snapshots.all_phi_paths == ["_.phi"] with input as {"_": {"type": "aws_ebs_snapshot_import", "phi": "no"}}
}

test_strangers if {
	snapshots.stranger("444455556666", []) == "yes"
	snapshots.stranger("444455556666", ["444455556666"]) == "no"
	snapshots.stranger("all", []) == "no"
	snapshots.stranger("ref:account.id", []) == "no"
	snapshots.stranger("ref:aws_organizations_account.id", []) == "perhaps"
}
