package hipaactl.aws.ec2.monitoring_test

import data.hipaactl.aws.ec2.monitoring as policy

machine(patch) := object.union({"_": {"type": "aws_instance"}, "instance_type": "t3.small"}, patch)

template(patch) := object.union({"_": {"type": "aws_launch_template"}}, patch)

said(i) := {d.assertion | some d in policy.deny with input as i}

out(i) := {d.assertion | some d in policy.not_applicable with input as i}

test_metrics if {
	said(machine({})) == {"metrics"}
	said(machine({"monitoring": false})) == {"metrics"}
	said(machine({"monitoring": true})) == set()
	said(template({})) == {"metrics"}
	said(template({"monitoring": [{}]})) == {"metrics"}
	said(template({"monitoring": [{"enabled": true}]})) == set()
}

test_optimised if {
	old := {"monitoring": true, "instance_type": "m3.xlarge"}
	said(machine(old)) == {"optimised"}
	said(machine(object.union(old, {"ebs_optimized": true}))) == set()
	said(machine(object.union(old, {"instance_type": "m3.medium"}))) == set()
	said(template({"monitoring": [{"enabled": true}], "instance_type": "r3.xlarge"})) == {"optimised"}
	out(template({})) == {"optimised"}
}

test_left_to_template if {
	from_template := {"launch_template": [{}], "instance_type": "m3.xlarge"}
	said(machine(from_template)) == set()
	out(machine(from_template)) == {"metrics", "optimised"}
	said(machine(object.union(from_template, {"monitoring": false, "ebs_optimized": false}))) == {"metrics", "optimised"}
}
