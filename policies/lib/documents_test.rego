package hipaactl.lib.documents_test

import data.hipaactl.lib.documents

open := {"Statement": [{"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": ["sns:Publish"], "Resource": ["*"]}]}

closed := {"Statement": [{"Effect": "Allow", "Principal": {"AWS": ["ref:account.id"]}, "Action": ["sns:Publish"], "Resource": ["*"]}]}

test_own_and_attached if {
	documents.public == {["policy.Statement[0]"]} with input as {"policy": open, "_": {"policies": [{"policy": closed}]}}
	documents.public == {["_.policies[1].policy.Statement[0]"]} with input as {"policy": closed, "_": {"policies": [{}, {"policy": open}]}}
	documents.public == set() with input as {"_": {"policies": []}}
}

deny(principal, condition) := {"Effect": "Deny", "Principal": {"AWS": [principal]}, "Action": ["*"], "Resource": ["*"], "Condition": condition}

plain := {"aws:SecureTransport": ["false"]}

test_refuses_plain if {
	documents.refuses_plain(deny("*", {"Bool": plain}))
	not documents.refuses_plain(deny("*", {}))
	not documents.refuses_plain(deny("arn:aws:iam::111122223333:role/a", {"Bool": plain}))
	not documents.refuses_plain(deny("*", {"Bool": {"aws:SecureTransport": ["true"]}}))
	not documents.refuses_plain(deny("*", {"Bool": plain, "StringEquals": {"aws:PrincipalAccount": ["1"]}}))
	not documents.refuses_plain(deny("*", {"Bool": object.union(plain, {"aws:ViaAWSService": ["false"]})}))
}
