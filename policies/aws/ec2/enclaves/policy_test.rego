package hipaactl.aws.ec2.enclaves_test

import data.hipaactl.aws.ec2.enclaves as policy

sound := {
	"enclave_options": [{"enabled": true}],
	"metadata_options": [{"http_tokens": "required"}],
	"associate_public_ip_address": false,
	"subnet_id": "subnet-1",
	"vpc_security_group_ids": ["sg-1"],
	"_": {"type": "aws_instance", "default": [], "subnet": [], "elastic": [], "association": [], "groups": []},
}

host(patch) := object.union(sound, patch)

group(patch) := host({"_": {"groups": [object.union({"ingress": [], "_": {"rules": [], "ingress_rules": []}}, patch)]}})

said(i) := {d.assertion | some d in policy.deny with input as i}

unsure(i) := {d.assertion | some d in policy.unknown with input as i}

out(i) := {d.assertion | some d in policy.not_applicable with input as i}

test_sound if {
	said(sound) == set()
	unsure(sound) == set()
	out(sound) == set()
}

test_no_enclave if {
	out(host({"enclave_options": [{"enabled": false}]})) == {"imdsv2", "address", "ingress"}
	out(object.remove(sound, ["enclave_options"])) == {"imdsv2", "address", "ingress"}
	said(host({"enclave_options": [], "associate_public_ip_address": true})) == set()
}

test_imdsv2 if {
	said(host({"metadata_options": [{"http_tokens": "optional"}]})) == {"imdsv2"}
	said(object.remove(sound, ["metadata_options"])) == {"imdsv2"}
	unsure(object.union(object.remove(sound, ["metadata_options"]), {"launch_template": [{}]})) == {"imdsv2"}
}

test_address if {
	said(host({"associate_public_ip_address": true})) == {"address"}
	said(host({"_": {"elastic": [{}]}})) == {"address"}
	unsaid := object.remove(sound, ["associate_public_ip_address"])
	unsure(unsaid) == {"address"}
	said(object.union(unsaid, {"_": {"subnet": [{"map_public_ip_on_launch": true}]}})) == {"address"}
	unsure(object.union(unsaid, {"_": {"subnet": [{"map_public_ip_on_launch": false}]}})) == set()
	unsure(object.union(unsaid, {"_": {"subnet": [{}]}})) == {"address"}
	unsure(object.union(unsaid, {"launch_template": [{}]})) == {"address"}
	unsure(host({"primary_network_interface": [{}]})) == {"address"}
}

test_ingress if {
	said(group({"ingress": [{"cidr_blocks": ["10.0.0.0/8", "0.0.0.0/0"]}]})) == {"ingress"}
	said(group({"ingress": [{"cidr_blocks": ["10.0.0.0/8"]}]})) == set()
	said(group({"_": {"rules": [{"type": "ingress", "ipv6_cidr_blocks": ["::/0"]}]}})) == {"ingress"}
	said(group({"_": {"rules": [{"type": "egress", "ipv6_cidr_blocks": ["::/0"]}]}})) == set()
	said(group({"_": {"ingress_rules": [{"cidr_ipv4": "0.0.0.0/0"}]}})) == {"ingress"}
	unsure(host({"vpc_security_group_ids": []})) == {"ingress"}
}
