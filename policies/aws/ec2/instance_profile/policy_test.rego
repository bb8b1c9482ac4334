package hipaactl.aws.ec2.instance_profile_test

import data.hipaactl.aws.ec2.instance_profile as policy

denied(i) if count(policy.deny) == 1 with input as i

machine(values) := object.union({"_": {"type": "aws_instance", "source": "code", "template": [], "named": []}}, values)

test_instances if {
	denied(machine({}))
	denied(machine({"iam_instance_profile": ""}))
	not denied(machine({"iam_instance_profile": "app"}))
}

test_templates if {
	launched := {"launch_template": [{}]}
	denied(machine(object.union(launched, {"_": {"template": [{}]}})))
	not denied(machine(object.union(launched, {"_": {"template": [{"iam_instance_profile": [{"name": "app"}]}]}})))
	not denied(machine(object.union(launched, {"_": {"named": [{"iam_instance_profile": [{"arn": "arn:app"}]}]}})))
	denied(machine(object.union(launched, {"_": {"source": "live", "named": [{"iam_instance_profile": [{"arn": "arn:app"}]}]}})))
	denied({"_": {"type": "aws_launch_template"}})
	every list in ["groups", "named_groups"] {
		count(policy.not_applicable) == 1 with input as {"_": {"type": "aws_launch_template", list: [{}]}}
		count(policy.not_applicable) == 0 with input as {"_": {"type": "aws_launch_template", list: []}}
	}
	denied({"_": {"type": "aws_launch_template"}, "iam_instance_profile": [{"name": ""}]})
	not denied({"_": {"type": "aws_launch_template"}, "iam_instance_profile": [{"name": "app"}]})
}
