package hipaactl.aws.efs.backup_test

import data.hipaactl.aws.efs.backup as policy

file_system(policies, selections) := {"_": {
	"type": "aws_efs_file_system", "source": "code", "policies": policies,
	"selection": [], "nearby": selections, "settings": [],
}}

status(text) := [{"backup_policy": [{"status": text}]}]

denied(given) if count(policy.deny) > 0 with input as given

test_policy if {
	not denied(file_system(status("ENABLED"), []))
	denied(file_system(status("DISABLED"), []))
	denied(file_system([], []))
}

test_one_zone if {
	one := {"availability_zone_name": "us-east-1a"}
	not denied(object.union(file_system([], []), one))
	denied(object.union(file_system(status("DISABLED"), []), one))
	denied(object.union(file_system([], []), object.union(one, {"_": {"source": "live"}})))
}

test_selection if {
	not denied(file_system([], [{"resources": ["ref:self.arn"]}]))
	denied(file_system([], [{"resources": ["ref:aws_db_instance.arn"]}]))
}

test_selection_that_cannot_be_told if {
	pattern := {"resources": ["arn:aws:elasticfilesystem:*:*:file-system/fs-0*"]}
	count(policy.unknown) == 1 with input as file_system(status("DISABLED"), [pattern])
	count(policy.unknown) == 0 with input as file_system(status("ENABLED"), [pattern])
}
