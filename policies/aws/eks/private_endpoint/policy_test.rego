package hipaactl.aws.eks.private_endpoint_test

import data.hipaactl.aws.eks.private_endpoint as policy

denied := {d.assertion | some d in policy.deny}

cluster(phi, public, cidrs) := {"_": {"phi": phi}, "vpc_config": [{"endpoint_public_access": public, "public_access_cidrs": cidrs}]}

test_open if {
	denied == {"open"} with input as cluster("no", true, ["10.0.0.0/8", "0.0.0.0/0"])
	denied == {"open"} with input as cluster("no", true, ["0.0.0.0/1", "128.0.0.0/1"])
	denied == set() with input as cluster("no", true, ["203.0.113.0/24"])
	denied == set() with input as cluster("no", false, ["0.0.0.0/0"])
}

test_phi if {
	denied == {"phi"} with input as cluster("yes", true, ["203.0.113.0/24"])
	denied == {"open", "phi"} with input as cluster("yes", true, ["0.0.0.0/0"])
	denied == set() with input as cluster("yes", false, [])
}
