package hipaactl.aws.ec2.snapshot_encryption_test

import data.hipaactl.aws.ec2.snapshot_encryption as policy

failed(resource) := found if {
	found := {d.message | some d in policy.deny} with input as resource
}

snapshot(own, source, volumes, default_enabled) := object.union(own, {"_": {
	"type": "aws_ebs_snapshot",
	"source": source,
	"volume": volumes,
	"default": [{"enabled": default_enabled}],
}})

copied(own, source, snapshots) := object.union(own, {"_": {
	"type": "aws_ebs_snapshot_copy",
	"source": source,
	"snapshot": snapshots,
	"default": [],
}})

of(volume, default_enabled) := {"_": {"volume": [{"encrypted": volume}], "default": [{"enabled": default_enabled}]}}

test_read_back if {
	failed(snapshot({"encrypted": true}, "live", [], false)) == set()
	failed(snapshot({"encrypted": false}, "live", [{"encrypted": true}], true)) == {"the snapshot is not encrypted"}
	failed(snapshot({"encrypted": false}, "plan", [{"encrypted": true}], true)) == {"the snapshot is not encrypted"}
}

test_taken_of_a_volume if {
	failed(snapshot({}, "code", [{"encrypted": true}], false)) == set()
	failed(snapshot({}, "code", [{"encrypted": false}], true)) == set()
	failed(snapshot({}, "code", [{"encrypted": false}], false)) == {"the volume that it is taken of is not encrypted"}
	failed(snapshot({}, "code", [], true)) == {"the volume that it is taken of is not encrypted"}
}

test_copied if {
	in_the_clear := {"the copy does not ask for encryption, and its source is not encrypted"}
	failed(copied({"encrypted": true}, "code", [])) == set()
	failed(copied({"encrypted": false}, "code", [{"encrypted": true}])) == set()
	failed(copied({}, "code", [of(true, false)])) == set()
	failed(copied({}, "code", [of(false, true)])) == set()
	failed(copied({}, "code", [of(false, false)])) == in_the_clear
	failed(copied({}, "code", [object.union(of(true, true), {"encrypted": false})])) == in_the_clear
	"the snapshot is not encrypted" in failed(copied({"encrypted": false}, "state", [{"encrypted": true}]))
}

test_copied_into_a_region_with_a_default if {
	values := {"_": {"type": "aws_ebs_snapshot_copy", "source": "code", "snapshot": [], "default": [{"enabled": true}]}}
	failed(values) == set()
}

test_imported if {
	values := {"_": {"type": "aws_ebs_snapshot_import", "source": "code", "default": [{"enabled": true}]}}
	failed(values) == {"the import does not ask for encryption"}
	failed(object.union(values, {"encrypted": true})) == set()
}

lifecycle(details) := {"policy_details": [details], "_": {"type": "aws_dlm_lifecycle_policy", "source": "code", "default": []}}

test_copy_rules if {
	count(failed(lifecycle({"schedule": [{"cross_region_copy_rule": [{"encrypted": true}, {"encrypted": false}]}]}))) == 1
	count(failed(lifecycle({"schedule": [{"cross_region_copy_rule": [{"encrypted": true}]}]}))) == 0
	count(failed(lifecycle({"action": [{"cross_region_copy": [{"encryption_configuration": [{"encrypted": true}]}]}]}))) == 0
	count(failed(lifecycle({"action": [{"cross_region_copy": [{"encryption_configuration": [{}]}]}]}))) == 1
	count(failed(lifecycle({"action": [{"cross_region_copy": [{"encryption_configuration": []}]}]}))) == 1
}

test_without_copies if {
	said := policy.not_applicable with input as lifecycle({"schedule": [{}]})
	count(said) == 1
}
