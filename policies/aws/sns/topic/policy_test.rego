package hipaactl.aws.sns.topic_test

import data.hipaactl.aws.sns.topic as policy

topic(attributes, lists) := object.union(
	{
		"kms_master_key_id": "alias/clinic",
		"_": object.union({"source": "code", "phi": "unmarked", "policies": [], "subscriptions": []}, lists),
	},
	attributes,
)

failed(attributes, lists) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as topic(attributes, lists)
}

allow(principal, condition) := {"Statement": [{
	"Effect": "Allow", "Principal": {"AWS": [principal]}, "Action": ["sns:Publish"],
	"Resource": ["ref:self.arn"], "Condition": condition,
}]}

test_sound if {
	failed({}, {}) == set()
	failed({"policy": allow("arn:aws:iam::444455556666:root", {})}, {"subscriptions": [{"protocol": "https"}, {"protocol": "sqs"}]}) == set()
	failed({"policy": allow("*", {"StringEquals": {"aws:sourceowner": ["ref:account.id"]}})}, {}) == set()
}

test_not_encrypted if {
	failed({"kms_master_key_id": ""}, {}) == {"encrypted"}
	failed({"kms_master_key_id": ""}, {"phi": "yes"}) == {"encrypted", "customer_key"}
}

test_phi if {
	failed({"kms_master_key_id": "alias/aws/sns"}, {"phi": "yes"}) == {"customer_key"}
	failed({}, {"phi": "yes"}) == set()
	{n.assertion | some n in policy.not_applicable} == {"customer_key"} with input as topic({}, {})
	count(policy.not_applicable) == 0 with input as topic({}, {"phi": "yes"})
}

test_public if {
	failed({"policy": allow("*", {})}, {}) == {"private"}
	failed({}, {"policies": [{"policy": allow("*", {})}]}) == {"private"}
}

test_http if failed({}, {"subscriptions": [{"protocol": "https"}, {"protocol": "http"}]}) == {"transport"}
