package hipaactl.aws.ec2.managed_test

import data.hipaactl.aws.ec2.managed as policy

denied(i) := {d.assertion | some d in policy.deny with input as i}

asked(i) := {"known", "permitted"} - {n.assertion | some n in policy.not_applicable with input as i}

running(known) := {"instance_state": "running", "_": {"source": "live", "known": known}}

test_live if {
	denied(running([])) == {"known"}
	denied(running([{"ping_status": "ConnectionLost"}])) == {"known"}
	denied(running([{"ping_status": "Online"}])) == set()
	asked(running([])) == {"known"}
	asked({"instance_state": "stopped", "_": {"source": "live", "known": []}}) == set()
}

code(values) := object.union({"_": {"source": "code", "settings": [], "profiles": []}}, values)

profile(list, arn) := {"_": {"profiles": [{"_": {"roles": [{"_": object.union({"attached": [], "shared": []}, {list: [{"policy_arn": arn}]})}]}}]}}

test_code if {
	denied(code({})) == {"permitted"}
	asked(code({})) == {"permitted"}
	asked(code({"launch_template": [{}]})) == set()
	denied(code(profile("attached", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"))) == set()
	denied(code(profile("shared", "arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM"))) == set()
	denied(code(profile("attached", "arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess"))) == {"permitted"}
}

setting(id, value) := {"_": {"settings": [{"setting_id": id, "setting_value": value}]}}

test_default_host_management if {
	id := "/ssm/managed-instance/default-ec2-instance-management-role"
	denied(code(setting(id, "service-role/Default"))) == set()
	denied(code(setting(id, "$None"))) == {"permitted"}
	denied(code(setting("/ssm/documents/console/public-sharing-permission", "Disable"))) == {"permitted"}
}
