package hipaactl.aws.ec2.backup_plan_test

import data.hipaactl.aws.ec2.backup_plan as policy

found(type, more) := n if {
	n := policy.level with input as object.union({"tags_all": {"Backup": "daily"}, "_": {"type": type, "nearby": [], "settings": [], "policies": [], "attachments": []}}, more)
}

volume(more) := found("aws_ebs_volume", more)

machine(more) := found("aws_instance", more)

by_tag := {"selection_tag": [{"key": "Backup", "value": "daily"}]}

policies(values) := {"_": {"policies": [object.union({"state": "ENABLED"}, values)]}}

custom(detail) := policies({"policy_details": [object.union({"policy_type": "EBS_SNAPSHOT_MANAGEMENT", "resource_types": ["VOLUME"], "target_tags": {"Backup": "daily"}}, detail)]})

test_selections if {
	volume({}) == 0
	volume({"_": {"nearby": [by_tag]}}) == 2
	machine({"_": {"nearby": [{"resources": ["arn:aws:ec2:*:*:instance/*"]}]}}) == 2
	machine({"_": {"nearby": [{"resources": ["arn:aws:ec2:*:*:volume/*"]}]}}) == 0
	machine({"_": {"nearby": [{"resources": ["arn:aws:ec2:eu-west-1:*:instance/*"]}]}}) == 1
}

test_lifecycle_policies if {
	volume(custom({})) == 2
	machine(custom({})) == 0
	machine(custom({"resource_types": ["INSTANCE"]})) == 2
	volume(custom({"policy_type": "EVENT_BASED_POLICY"})) == 0
	volume(custom({"target_tags": {"Backup": "weekly"}})) == 0
	volume(custom({"target_tags": {"Backup": "daily", "Stage": "production"}})) == 1
	volume(object.union(custom({}), {"_": {"policies": []}})) == 0
	machine(custom({"resource_types": ["INSTANCE"], "parameters": [{"exclude_boot_volume": true}]})) == 1
	volume(policies({"state": "DISABLED", "default_policy": "VOLUME"})) == 0
	volume(policies({"default_policy": "VOLUME"})) == 2
	machine(policies({"default_policy": "VOLUME"})) == 0
	volume(policies({"default_policy": "VOLUME", "policy_details": [{"exclusions": [{}]}]})) == 1
}

attached(tags, selection) := {"tags_all": {"Backup": "never"}, "_": {"attachments": [{"_": {"machines": [{"tags_all": tags, "_": {"selection": selection}}]}}]}}

test_attached if {
	volume(object.union(attached({"Backup": "daily"}, []), {"_": {"nearby": [by_tag]}})) == 2
	volume(object.union(attached({}, []), {"_": {"nearby": [by_tag]}})) == 0
	volume(attached({}, [{}])) == 1
	volume(object.union(attached({"Backup": "daily"}, []), custom({"resource_types": ["INSTANCE"]}))) == 2
}
