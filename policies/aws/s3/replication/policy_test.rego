package hipaactl.aws.s3.replication_test

import data.hipaactl.aws.s3.replication as policy

all := {"status": "Enabled", "destination": [{"bucket": "arn:aws:s3:::copy"}]}

config(rule, region) := {"rule": [rule], "_": {"replicas": [{"_": {"region": region}}]}}

bucket(engine) := {"_": object.union(
	{"phi": "yes", "region": "us-east-1", "replication": [], "sources": [], "encryption": [], "selection": [], "nearby": []},
	engine,
)}

replicated(rule, region) := bucket({"replication": [config(rule, region)]})

failing(document) := names if {
	names := {d.assertion | some d in policy.deny} with input as document
}

open(document) := names if {
	names := {d.assertion | some d in policy.unknown} with input as document
}

test_another_region if {
	failing(replicated(all, "us-west-2")) == set()
	open(replicated(all, "us-west-2")) == set()
	failing(replicated(all, "us-east-1")) == {"copied"}
	failing(bucket({})) == {"copied"}
}

test_rules_that_leave_something_out if {
	every part in [
		{"status": "Disabled"},
		{"prefix": "charts/"},
		{"filter": [{"prefix": "charts/"}]},
		{"filter": [{"tag": [{}]}]},
		{"filter": [{"and": [{}]}]},
	] {
		failing(replicated(object.union(all, part), "us-west-2")) == {"copied"}
	}
	failing(replicated(object.union(all, {"filter": [{}], "prefix": ""}), "us-west-2")) == set()
	failing(replicated(object.union(all, {"filter": [{"prefix": "", "tag": [], "and": []}]}), "us-west-2")) == set()
}

test_a_bucket_that_is_not_seen if {
	elsewhere := bucket({"replication": [{"rule": [all], "_": {"replicas": []}}]})
	failing(elsewhere) == set()
	open(elsewhere) == {"copied"}
	homeless := bucket({"replication": [{"rule": [all], "_": {"replicas": [{"_": {}}]}}]})
	failing(homeless) == set()
	open(homeless) == {"copied"}
}

kms := [{"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "aws:kms"}]}]}]

keyed := object.union(all, {
	"source_selection_criteria": [{"sse_kms_encrypted_objects": [{"status": "Enabled"}]}],
	"destination": [{"bucket": "arn:aws:s3:::copy", "encryption_configuration": [{"replica_kms_key_id": "ref:aws_kms_key.west.arn"}]}],
})

encrypting(rule, encryption) := bucket({"replication": [config(rule, "us-west-2")], "encryption": encryption})

test_kms if {
	failing(encrypting(all, kms)) == {"encrypted"}
	failing(encrypting(keyed, kms)) == set()
	failing(encrypting(all, [{"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "AES256"}]}]}])) == set()
	failing(encrypting(object.union(keyed, {"source_selection_criteria": []}), kms)) == {"encrypted"}
	failing(encrypting(object.union(keyed, {"destination": all.destination}), kms)) == {"encrypted"}
	{n.assertion | some n in policy.not_applicable} == {"encrypted"} with input as bucket({"encryption": kms})
}

test_others if {
	count(policy.not_applicable) > 1 with input as object.union(bucket({}), {"_": {"phi": "no"}})
	failing(object.union(bucket({}), {"_": {"phi": "no"}})) == set()
	failing(bucket({"sources": [{}]})) == set()
	failing(bucket({"sources": [{}], "replication": [config(all, "us-east-1")]})) == {"copied"}
}

plan(vault) := [{"rule": [{"copy_action": [{"destination_vault_arn": vault}]}]}]

named(vault) := bucket({"selection": [{"_": {"plan": plan(vault)}}]})

test_backup if {
	failing(named("arn:aws:backup:us-west-2:111122223333:backup-vault:copies")) == set()
	open(named("arn:aws:backup:us-west-2:111122223333:backup-vault:copies")) == set()
	failing(named("arn:aws:backup:us-east-1:111122223333:backup-vault:copies")) == {"copied"}
	failing(named("ref:aws_backup_vault.copies.arn")) == set()
	open(named("ref:aws_backup_vault.copies.arn")) == {"copied"}
	failing(bucket({"selection": [{"_": {"plan": [{"rule": [{"copy_action": []}]}]}}]})) == {"copied"}
}

test_backup_by_tag_or_pattern if {
	copies := {"plan": plan("arn:aws:backup:us-west-2:111122223333:backup-vault:copies")}
	open(bucket({"selection": [{"selection_tag": [{}], "_": copies}]})) == {"copied"}
	open(bucket({"nearby": [{"selection_tag": [{}], "_": copies}]})) == {"copied"}
	open(bucket({"nearby": [{"resources": ["*"], "_": copies}]})) == {"copied"}
	failing(bucket({"nearby": [{"resources": ["arn:aws:s3:::other"], "_": copies}]})) == {"copied"}
	failing(bucket({"nearby": [{"selection_tag": [{}], "_": {"plan": []}}]})) == {"copied"}
}
