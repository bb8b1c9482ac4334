package hipaactl.files.terraform_state_test

import data.hipaactl.files.terraform_state

good := {"kind": "s3", "fixture": false, "client_encrypted": false, "encrypt": true, "lock": true, "insecure": false, "_": {"type": "hipaactl_state_backend"}}

file := {"fixture": false, "encrypted": false, "holds": true, "_": {"type": "hipaactl_state_file"}}

denied(change) := {d.assertion | some d in terraform_state.deny with input as object.union(good, change)}

untold(change) := {d.assertion | some d in terraform_state.unknown with input as object.union(good, change)}

test_s3 if {
	denied({}) == set()
	denied({"encrypt": false}) == {"encrypted"}
	denied({"lock": false}) == {"locked"}
	denied({"encrypt": false, "client_encrypted": true}) == set()
	denied({"encrypt": false, "fixture": true}) == set()
}

test_local if {
	denied({"kind": "local", "encrypt": false, "lock": false}) == {"encrypted"}
	untold({"kind": "local"}) == set()
}

test_managed if {
	some kind in ["cloud", "remote", "gcs", "azurerm"]
	denied({"kind": kind, "encrypt": false, "lock": false}) == set()
	untold({"kind": kind}) == set()
}

test_others if {
	untold({"kind": "http"}) == {"encrypted"}
	untold({"kind": "consul"}) == {"encrypted"}
	untold({"kind": "etcd"}) == {"encrypted", "locked"}
	denied({"kind": "http", "lock": false, "insecure": true}) == {"locked", "transport"}
}

denied_file(change) := {d.assertion | some d in terraform_state.deny with input as object.union(file, change)}

test_files if {
	denied_file({}) == {"file"}
	denied_file({"encrypted": true}) == set()
	denied_file({"holds": false}) == set()
	denied_file({"fixture": true}) == set()
}
