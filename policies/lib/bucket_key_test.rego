package hipaactl.lib.bucket_key_test

import data.hipaactl.lib.bucket_key

lacks(source, standard, lists) := found if {
	configuration := {
		"rule": [{"apply_server_side_encryption_by_default": [standard]}],
		"_": object.union({"key": [], "imported_key": [], "replica_key": [], "alias": []}, lists),
	}
	found := {message | some message, _ in bucket_key.lacking} with input as {"_": {"source": source, "encryption": [configuration]}}
}

kms(key) := {"sse_algorithm": "aws:kms", "kms_master_key_id": key}

test_in_code if {
	lacks("code", kms("ref:aws_kms_key.arn"), {}) == set()
	lacks("code", kms("alias/aws/s3"), {}) == {bucket_key.none}
	lacks("code", {"sse_algorithm": "AES256", "kms_master_key_id": "alias/records"}, {}) == {bucket_key.none}
}

test_in_an_account if {
	key := kms("arn:aws:kms:us-east-1:111122223333:key/1234abcd")
	lacks("live", key, {"key": [{}]}) == set()
	lacks("live", key, {}) == {bucket_key.foreign}
}
