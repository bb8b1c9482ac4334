package hipaactl.aws.cloudtrail.customer_key_test

import data.hipaactl.aws.cloudtrail.customer_key as policy

test_key_by_arn if count(policy.deny) == 0 with input as {"kms_key_id": "arn:aws:kms:us-east-1:111122223333:key/1234abcd"}

test_key_by_reference if count(policy.deny) == 0 with input as {"kms_key_id": "ref:aws_kms_key.arn"}

test_absent if count(policy.deny) == 1 with input as {}

test_empty if count(policy.deny) == 1 with input as {"kms_key_id": ""}
