package hipaactl.aws.ssm.session_preferences_test

import data.hipaactl.aws.ssm.session_preferences as policy
import data.hipaactl.aws.ssm.session_preferences_region as region

good := {"kmsKeyId": "alias/sessions", "s3BucketName": "sessions", "idleSessionTimeout": "15"}

said(inputs) := {"name": "SSM-SessionManagerRunShell", "content": json.marshal({"schemaVersion": "1.0", "sessionType": "Standard_Stream", "inputs": inputs})}

failing(document) := names if {
	names := {d.assertion | some d in policy.deny} with input as document with data.params.maximum_idle_minutes as 15
}

open(document) := names if {
	names := {d.assertion | some d in policy.unknown} with input as document with data.params.maximum_idle_minutes as 15
}

test_good if {
	failing(said(good)) == set()
	open(said(good)) == set()
	failing(said(object.union(good, {"s3BucketName": "", "cloudWatchLogGroupName": "sessions"}))) == set()
	failing(said(object.union(good, {"idleSessionTimeout": 5}))) == set()
}

test_defaults if {
	failing(said({})) == {"logged", "encrypted", "idle"}
	failing({"name": "SSM-SessionManagerRunShell", "content": "sessionType: Standard_Stream"}) == {"logged", "encrypted", "idle"}
	failing(said(object.union(good, {"s3BucketName": " "}))) == {"logged"}
	failing(said(object.union(good, {"kmsKeyId": ""}))) == {"encrypted"}
	failing(said(object.union(good, {"idleSessionTimeout": "20"}))) == {"idle"}
	failing(said(object.union(good, {"idleSessionTimeout": ""}))) == {"idle"}
	failing(said(object.union(good, {"idleSessionTimeout": 16}))) == {"idle"}
}

test_yaml if failing({"name": "SSM-SessionManagerRunShell", "content": "inputs:\n  kmsKeyId: k\n  s3BucketName: b\n  idleSessionTimeout: \"10\"\n"}) == set()

test_what_cannot_be_told if {
	open(said(object.union(good, {"s3BucketName": "{{ bucket }}"}))) == {"logged"}
	open(said(object.union(good, {"kmsKeyId": "{{ key }}"}))) == {"encrypted"}
	open(said(object.union(good, {"idleSessionTimeout": "{{ idle }}"}))) == {"idle"}
	failing(said(object.union(good, {"idleSessionTimeout": "ref:aws_ssm_parameter.idle.value"}))) == set()
	open(said(object.union(good, {"idleSessionTimeout": "ref:aws_ssm_parameter.idle.value"}))) == {"idle"}
	open({"name": "SSM-SessionManagerRunShell", "content": "words"}) == {"logged", "encrypted", "idle"}
	open({"name": "SSM-SessionManagerRunShell", "content": "a: [b"}) == {"logged", "encrypted", "idle"}
	open({"name": "SSM-SessionManagerRunShell"}) == {"logged", "encrypted", "idle"}
	failing({"name": "SSM-SessionManagerRunShell"}) == set()
}

test_other_documents if {
	other := object.union(said({}), {"name": "restart"})
	failing(other) == set()
	count(policy.not_applicable) == 3 with input as other
}

nodes(names) := {"aws_ssm_instance_information": [{}], "aws_ssm_document": [{"name": name} | some name in names]}

test_region if {
	count(region.deny) == 1 with input as nodes(["restart"])
	count(region.deny) == 0 with input as nodes(["restart", "SSM-SessionManagerRunShell"])
	count(region.not_applicable) == 0 with input as nodes(["SSM-SessionManagerRunShell"])
	count(region.not_applicable) == 1 with input as {"aws_ssm_instance_information": [], "aws_ssm_document": [{"name": "restart"}]}
}
