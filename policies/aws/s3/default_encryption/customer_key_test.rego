package hipaactl.aws.s3.default_encryption_customer_key_test

import data.hipaactl.aws.s3.default_encryption_customer_key as policy

denied(source, standard, lists) := found if {
	all := object.union({"key": [], "imported_key": [], "replica_key": [], "alias": []}, lists)
	encryption := {"rule": [{"apply_server_side_encryption_by_default": [standard]}], "_": all}
	found := {d.message | some d in policy.deny} with input as {"_": {"source": source, "encryption": [encryption]}}
}

kms(key) := {"sse_algorithm": "aws:kms", "kms_master_key_id": key}

none := {"no rule encrypts with a customer managed key"}

test_in_code if {
	denied("code", kms("ref:aws_kms_key.arn"), {}) == set()
	denied("code", {"sse_algorithm": "aws:kms:dsse", "kms_master_key_id": "alias/records"}, {}) == set()
	denied("code", kms("alias/aws/s3"), {}) == none
	denied("code", {"sse_algorithm": "aws:kms"}, {}) == none
	denied("code", {"sse_algorithm": "AES256"}, {}) == none
	denied("code", {"sse_algorithm": "AES256", "kms_master_key_id": "alias/records"}, {}) == none
}

test_without_configuration if {
	found := policy.deny with input as {"_": {"source": "code", "encryption": []}}
	{d.message | some d in found} == none
}

test_in_an_account if {
	key := kms("arn:aws:kms:us-east-1:111122223333:key/1234abcd")
	denied("live", key, {"key": [{}]}) == set()
	denied("live", key, {"imported_key": [{}]}) == set()
	denied("live", key, {}) == {"the key of the bucket is none of the customer's"}
	denied("live", key, {"key": [{}], "alias": [{"name": "alias/aws/s3"}]}) == {"the key of the bucket is none of the customer's"}
}
