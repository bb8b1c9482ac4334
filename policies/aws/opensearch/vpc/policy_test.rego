package hipaactl.aws.opensearch.vpc_test

import data.hipaactl.aws.opensearch.vpc as policy

denied := {d.assertion | some d in policy.deny}

allow(principal, condition) := {"Statement": [{
	"Effect": "Allow", "Principal": {"AWS": [principal]}, "Action": ["es:*"],
	"Resource": ["ref:self.arn/*"], "Condition": condition,
}]}

domain(subnets, more) := object.union({"_": {"policies": []}, "vpc_options": [{"subnet_ids": subnets}]}, more)

test_inside if {
	denied == set() with input as domain(["subnet-1"], {})
	denied == set() with input as domain(["subnet-1"], {"access_policies": allow("arn:aws:iam::111122223333:role/search", {})})
	denied == set() with input as domain(["subnet-1"], {"access_policies": allow("*", {"IpAddress": {"aws:SourceIp": ["192.0.2.0/24"]}})})
}

test_outside if {
	denied == {"vpc"} with input as domain([], {})
	denied == {"vpc"} with input as {"_": {"policies": []}, "vpc_options": []}
}

test_open if {
	denied == {"access"} with input as domain(["subnet-1"], {"access_policies": allow("*", {})})
	denied == {"access"} with input as domain(["subnet-1"], {"_": {"policies": [{"access_policies": allow("*", {})}]}})
}
