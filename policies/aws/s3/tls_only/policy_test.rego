package hipaactl.aws.s3.tls_only_test

import data.hipaactl.aws.s3.tls_only as policy

bucket(phi, statements) := {"_": {"phi": phi, "policies": [{"policy": {"Statement": statements}}]}}

own := ["ref:self.arn", "ref:self.arn/*"]

http := {"Bool": {"aws:SecureTransport": ["false"]}}

old(version) := {"NumericLessThan": {"s3:TlsVersion": [version]}}

# refuse is a good statement; edit replaces elements of it.
refuse(condition, edit) := object.union(object.remove(good, object.keys(edit)), edit) if {
	good := {"Effect": "Deny", "Principal": {"AWS": ["*"]}, "Action": ["s3:*"], "Resource": own, "Condition": condition}
}

test_refuses_http if {
	count(policy.deny) == 0 with input as bucket("unmarked", [refuse(http, {})])
	count(policy.deny) == 0 with input as bucket("no", [refuse({"BoolIfExists": {"AWS:securetransport": ["false"]}}, {})])
	count(policy.deny) == 0 with input as bucket("no", [refuse(http, {"Action": ["*"], "Resource": ["*"]})])
}

test_a_minimum_version_refuses_http_too if {
	count(policy.deny) == 0 with input as bucket("unmarked", [refuse(old("1.2"), {})])
	count(policy.deny) == 0 with input as bucket("yes", [refuse(old("1.3"), {})])
	count(policy.deny) == 1 with input as bucket("unmarked", [refuse(old("1.1"), {})])
	count(policy.deny) == 1 with input as bucket("unmarked", [refuse(old("newest"), {})])
}

test_phi_needs_the_version if {
	count(policy.deny) == 1 with input as bucket("yes", [refuse(http, {})])
	count(policy.deny) == 0 with input as bucket("yes", [refuse(http, {}), refuse(old("1.2"), {})])
	count(policy.deny) == 2 with input as bucket("yes", [])
}

test_no_policy if {
	count(policy.deny) == 1 with input as {"_": {"phi": "no", "policies": []}}
	count(policy.deny) == 1 with input as {"_": {"phi": "no", "policies": [{}]}}
}

test_every_part_is_needed if {
	every edit in [
		{"Effect": "Allow"},
		{"Principal": {"AWS": ["arn:aws:iam::111122223333:root"]}},
		{"Principal": {"Service": ["logging.s3.amazonaws.com"]}},
		{"Action": ["s3:GetObject", "s3:PutObject"]},
		{"Resource": ["ref:self.arn"]},
		{"Resource": ["ref:self.arn/*"]},
		{"Resource": ["ref:self.arn/private/*", "ref:self.arn"]},
		{"Resource": ["arn:aws:s3:::another", "arn:aws:s3:::another/*"]},
	] {
		count(policy.deny) == 1 with input as bucket("unmarked", [refuse(http, edit)])
	}
}

test_a_second_condition_lets_through if {
	every condition in [
		{"Bool": {"aws:SecureTransport": ["true"]}},
		{"Bool": {"aws:SecureTransport": ["false"], "aws:PrincipalIsAWSService": ["false"]}},
		{"Bool": {"aws:SecureTransport": ["false"]}, "NumericLessThan": {"s3:TlsVersion": ["1.2"]}},
		{"StringEquals": {"aws:SecureTransport": ["false"]}},
		{"NumericGreaterThan": {"s3:TlsVersion": ["1.2"]}},
		{},
	] {
		count(policy.deny) == 1 with input as bucket("unmarked", [refuse(condition, {})])
	}
}

test_resources if {
	every resources in [["*"], ["ref:self.arn*"], ["arn:aws:s3:::*"], ["arn:ref:partition.name:s3:::*"]] {
		count(policy.deny) == 0 with input as bucket("unmarked", [refuse(http, {"Resource": resources})])
	}
}

test_two_statements_share_the_work if {
	count(policy.deny) == 0 with input as bucket("unmarked", [refuse(http, {"Resource": ["ref:self.arn"]}), refuse(http, {"Resource": ["ref:self.arn/*"]})])
}

test_unseen_parts if {
	count(policy.deny) == 1 with input as bucket("unmarked", [null, refuse(http, {"Resource": [null]})])
	count(policy.deny) == 1 with input as bucket("unmarked", [refuse({"Bool": {"aws:SecureTransport": [null]}}, {})])
}

test_assumed_where_nothing_is_marked if {
	missing := {d.message | some d in policy.deny} with input as bucket("unmarked", []) with data.params.assume_phi as true
	count(missing) == 2
	not "PHI" in {word | some message in missing; some word in split(message, " ")}
	count(policy.deny) == 1 with input as bucket("no", []) with data.params.assume_phi as true
	count(policy.deny) == 1 with input as bucket("unmarked", [])
}

test_all_actions_however_spelled if {
	every actions in [{"Action": ["S3:*"]}, {"Action": ["*"]}, {"Action": ["s3*"]}] {
		count(policy.deny) == 0 with input as bucket("unmarked", [refuse(http, actions)])
	}
	every actions in [{"Action": ["s3:Get*", "s3:Put*"]}, {"Action": ["s3:?*"]}] {
		count(policy.deny) == 1 with input as bucket("unmarked", [refuse(http, actions)])
	}
}
