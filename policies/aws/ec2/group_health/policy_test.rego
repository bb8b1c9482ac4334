package hipaactl.aws.ec2.group_health_test

import data.hipaactl.aws.ec2.group_health as policy

group(checks, patch) := object.union({"health_check_type": checks, "_": {"attached": [], "sources": []}}, patch)

wrong(i) if {
	some _ in policy.deny with input as i
}

out(i) if {
	some _ in policy.not_applicable with input as i
}

test_balanced if {
	every patch in [
		{"target_group_arns": ["arn:1"]},
		{"load_balancers": ["portal"]},
		{"traffic_source": [{"type": "elbv2"}]},
		{"traffic_source": [{}]},
		{"_": {"attached": [{}]}},
		{"_": {"sources": [{"traffic_source": [{"type": "elb"}]}]}},
	] {
		wrong(group("EC2", patch))
		not wrong(group("ELB", patch))
		not wrong(group("EBS, ELB", patch))
		not out(group("EC2", patch))
	}
}

test_lattice if {
	lattice := {"traffic_source": [{"type": "vpc-lattice"}]}
	wrong(group("ELB", lattice))
	not wrong(group("VPC_LATTICE", lattice))
}

test_alone if out(group("EC2", {}))
