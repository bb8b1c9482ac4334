package hipaactl.aws.cloudtrail.log_file_validation_test

import data.hipaactl.aws.cloudtrail.log_file_validation as policy

test_on if count(policy.deny) == 0 with input as {"enable_log_file_validation": true}

test_off if count(policy.deny) == 1 with input as {"enable_log_file_validation": false}

test_absent if count(policy.deny) == 1 with input as {}
