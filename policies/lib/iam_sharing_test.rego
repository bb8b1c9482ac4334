package hipaactl.lib.iam_sharing_test

import data.hipaactl.lib.iam_sharing as sharing

document := {"Statement": [
	null,
	{"Effect": "Deny", "Principal": {"AWS": ["999900001111"]}},
	{"Effect": "Allow", "Principal": {"AWS": [null, "*", "arn:aws:iam::ref:account.id:root", "arn:aws:iam::111122223333:root", "444455556666"], "Service": ["999900001111"]}},
]}

test_named if {
	sharing.named("policy", document, []) == {"policy.Statement[2].Principal.AWS[3]": "111122223333", "policy.Statement[2].Principal.AWS[4]": "444455556666"}
	sharing.named("policy", document, ["111122223333", "444455556666"]) == {}
}

test_certain if {
	two := {"a": "111122223333", "b": "444455556666"}
	one := {"a": "111122223333", "b": "111122223333"}
	sharing.certain(two, []) with input as {"_": {"source": "code"}}
	not sharing.certain(one, []) with input as {"_": {"source": "code"}}
	sharing.certain(one, ["444455556666"]) with input as {"_": {"source": "plan"}}
	sharing.certain(one, []) with input as {"_": {"source": "live"}}
}
