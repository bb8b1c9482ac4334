package hipaactl.aws.lambda.vpc_test

import data.hipaactl.aws.lambda.vpc as policy

test_inside if count(policy.deny) == 0 with input as {"_": {"phi": "yes"}, "vpc_config": [{"subnet_ids": ["subnet-1"]}]}

test_outside if {
	every attributes in [{}, {"vpc_config": []}, {"vpc_config": [{"subnet_ids": []}]}] {
		count(policy.deny) == 1 with input as object.union({"_": {"phi": "yes"}}, attributes)
		count(policy.not_applicable) == 1 with input as object.union({"_": {"phi": "unmarked"}}, attributes)
	}
}
