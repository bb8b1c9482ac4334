package hipaactl.aws.emr.cluster_test

import data.hipaactl.aws.emr.cluster as policy
import data.hipaactl.aws.emr.cluster_region as region

private := {"map_public_ip_on_launch": false}

disks := {"LocalDiskEncryptionConfiguration": {"EncryptionKeyProviderType": "AwsKms"}}

encrypted := {"EnableAtRestEncryption": true, "EnableInTransitEncryption": "true", "AtRestEncryptionConfiguration": disks}

clear := {"at_rest", "local_disk", "in_transit"}

cluster(phi, kerberos, configurations) := {
	"security_configuration": "strict",
	"kerberos_attributes": kerberos,
	"ec2_attributes": [{"subnet_id": "subnet-1"}],
	"_": {"phi": phi, "source": "code", "security": [{"configuration": json.marshal(c)} | some c in configurations], "subnet": [private], "candidate": []},
}

denied(it) := found if {
	found := {d.assertion | some d in policy.deny} with input as it
}

unclear(it) := found if {
	found := {u.assertion | some u in policy.unknown} with input as it
}

skipped(it) := found if {
	found := {n.assertion | some n in policy.not_applicable} with input as it
}

test_sound if {
	it := cluster("yes", [{"realm": "EC2.INTERNAL"}], [{"EncryptionConfiguration": encrypted}])
	denied(it) == set()
	unclear(it) == set()
	skipped(it) == {"address"}
}

test_encryption if {
	denied(cluster("no", [], [{}])) == clear
	denied(cluster("no", [], [{"EncryptionConfiguration": {"EnableAtRestEncryption": true}}])) == {"local_disk", "in_transit"}
	denied(cluster("no", [], [{"EncryptionConfiguration": {"AtRestEncryptionConfiguration": disks, "EnableInTransitEncryption": true}}])) == {"at_rest", "local_disk"}
	denied(object.remove(cluster("no", [], []), ["security_configuration"])) == clear
	denied(object.union(cluster("no", [], []), {"_": {"security": [{"configuration": "no JSON"}]}})) == clear
	unclear(cluster("no", [], [])) == clear | {"authentication"}
}

test_authentication if {
	plain := {"EncryptionConfiguration": encrypted}
	denied(cluster("yes", [], [plain])) == {"authentication"}
	"authentication" in skipped(cluster("unmarked", [], [plain]))
	denied(cluster("yes", [], [object.union(plain, {"AuthenticationConfiguration": {"LDAPConfiguration": {"EnableLDAPAuthentication": true}}})])) == set()
	denied(cluster("yes", [], [object.union(plain, {"AuthenticationConfiguration": {"IdentityCenterConfiguration": {"EnableIdentityCenter": true}}})])) == set()
	denied(cluster("yes", [], [object.union(plain, {"AuthenticationConfiguration": {"LDAPConfiguration": {"EnableLDAPAuthentication": false}}})])) == {"authentication"}
	unclear(cluster("yes", [{"realm": "EC2.INTERNAL"}], [])) == clear
	"authentication" in denied(object.remove(cluster("yes", [], []), ["security_configuration"]))
}

placed(attributes, subnets, candidates) := object.union(cluster("no", [], [{"EncryptionConfiguration": encrypted}]), {
	"ec2_attributes": attributes,
	"_": {"subnet": subnets, "candidate": candidates},
})

test_subnet if {
	denied(placed([], [], [])) == {"subnet"}
	denied(placed([{"subnet_id": "subnet-1"}], [{"map_public_ip_on_launch": true}], [])) == {"subnet"}
	denied(placed([{"subnet_ids": ["subnet-1", "subnet-2"]}], [], [private, {"map_public_ip_on_launch": true}])) == {"subnet"}
	unclear(placed([{"subnet_ids": ["subnet-1", "subnet-2"]}], [], [private])) == {"subnet"}
	unclear(placed([{"subnet_id": "subnet-1"}], [], [])) == {"subnet"}
	unclear(placed([{"subnet_ids": ["subnet-1", "subnet-2"]}], [], [private, private])) == set()
}

live(name) := object.union(cluster("no", [], [{"EncryptionConfiguration": encrypted}]), {"master_public_dns": name, "_": {"source": "live"}})

test_address if {
	denied(live("ec2-203-0-113-7.eu-west-1.compute.amazonaws.com")) == {"address"}
	denied(live("ip-10-0-0-7.eu-west-1.compute.internal")) == set()
	unclear(live("")) == {"address"}
	unclear(live("ip-10-0-0-7.eu-west-1.compute.internal")) == set()
}

blocked(blocks) if {
	count(region.deny) == 0 with input as {"aws_emr_block_public_access_configuration": blocks}
}

test_region if {
	ssh := {"min_range": 22, "max_range": 22}
	blocked([{"block_public_security_group_rules": true}])
	blocked([{"block_public_security_group_rules": true, "permitted_public_security_group_rule_range": [ssh]}])
	not blocked([{"block_public_security_group_rules": false}])
	not blocked([{"block_public_security_group_rules": true, "permitted_public_security_group_rule_range": [ssh, {"min_range": 22, "max_range": 23}]}])
	not blocked([{"block_public_security_group_rules": true, "permitted_public_security_group_rule_range": [{"min_range": 8443, "max_range": 8443}]}])
	count(region.unknown) == 1 with input as {"aws_emr_block_public_access_configuration": []}
}
