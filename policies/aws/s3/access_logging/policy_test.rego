package hipaactl.aws.s3.access_logging_test

import data.hipaactl.aws.s3.access_logging as policy

bucket(lists) := {"_": object.union({"phi": "unmarked", "logging": [], "sources": [], "trails": [], "recorders": []}, lists)}

trail(values) := {"enable_logging": true, "event_selector": [selector]} if {
	selector := {"read_write_type": "All", "data_resource": [{"type": "AWS::S3::Object", "values": values}]}
}

test_logged if {
	count(policy.deny) == 0 with input as bucket({"logging": [{"target_bucket": "ref:aws_s3_bucket.id"}]})
	count(policy.not_applicable) == 0 with input as bucket({"logging": [{"target_bucket": "ref:aws_s3_bucket.id"}]})
}

test_not_logged if {
	count(policy.deny) == 1 with input as bucket({})
	count(policy.deny) == 1 with input as bucket({"logging": [{}]})
}

test_logs_into_itself if {
	count(policy.deny) == 1 with input as bucket({"logging": [{"target_bucket": "ref:self.id"}], "sources": [{}]})
}

test_recorded_by_a_trail if {
	count(policy.deny) == 0 with input as bucket({"recorders": [trail(["ref:self.arn/"])]})
	count(policy.deny) == 1 with input as bucket({"recorders": [trail(["ref:aws_s3_bucket.arn/"])]})
}

test_perhaps_recorded_by_a_trail if {
	count(policy.deny) == 0 with input as bucket({"recorders": [trail(["arn:aws:s3:::clinic-"])]})
	count(policy.unknown) == 1 with input as bucket({"recorders": [trail(["arn:aws:s3:::clinic-"])]})
	count(policy.unknown) == 0 with input as bucket({"recorders": [trail(["arn:aws:s3:::clinic-"])], "sources": [{}]})
}

test_destinations_are_exempt if {
	every list in ["sources", "trails"] {
		count(policy.deny) == 0 with input as bucket({list: [{}]})
		count(policy.not_applicable) == 1 with input as bucket({list: [{}]})
		count(policy.not_applicable) == 0 with input as bucket({list: [{}], "logging": [{"target_bucket": "x"}]})
	}
}
