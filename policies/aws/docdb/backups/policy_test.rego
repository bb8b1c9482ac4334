package hipaactl.aws.docdb.backups_test

import data.hipaactl.aws.docdb.backups as policy

denied(phi, days, protected) := denials if {
	denials := {d.assertion | some d in policy.deny} with input as {"_": {"phi": phi}, "backup_retention_period": days, "deletion_protection": protected}
		with data.params as {"minimum_days": 7, "phi_minimum_days": 35}
}

test_kept if {
	denied("no", 7, true) == set()
	denied("no", 6, true) == {"kept"}
	denied("unmarked", 1, true) == {"kept"}
}

test_phi_is_kept_longer if {
	denied("yes", 35, true) == set()
	denied("yes", 34, true) == {"kept"}
}

test_protected if denied("no", 7, false) == {"protected"}
