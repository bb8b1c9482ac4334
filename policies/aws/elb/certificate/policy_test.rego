package hipaactl.aws.elb.certificate_test

import data.hipaactl.aws.elb.certificate as policy

listener(protocol, arn) := {"protocol": protocol, "certificate_arn": arn}

classic(protocol, id) := {"listener": [{"lb_protocol": "http"}, {"lb_protocol": protocol, "ssl_certificate_id": id}]}

acm := "arn:aws:acm:us-east-1:111122223333:certificate/1"

iam := "arn:aws-us-gov:iam::111122223333:server-certificate/portal"

test_issued if {
	every arn in [acm, "ref:aws_acm_certificate.arn", "ref:aws_acm_certificate_validation.certificate_arn", "arn:ref:partition.name:acm:ref:region.name:ref:account.id:certificate/1"] {
		count(policy.deny) + count(policy.unknown) == 0 with input as listener("HTTPS", arn)
		count(policy.deny) + count(policy.unknown) == 0 with input as classic("ssl", arn)
	}
}

test_uploaded if {
	every arn in [iam, "ref:aws_iam_server_certificate.arn"] {
		count(policy.deny) == 1 with input as listener("TLS", arn)
		{d.paths[0] | some d in policy.deny} == {"listener[1].ssl_certificate_id"} with input as classic("https", arn)
	}
}

test_none if {
	count(policy.deny) == 1 with input as {"protocol": "HTTPS"}
	count(policy.deny) == 1 with input as {"listener": [{"lb_protocol": "https"}]}
}

test_of_some_kind if {
	count(policy.unknown) == 1 with input as listener("HTTPS", "ref:module.certificate")
}

test_plain if {
	count(policy.not_applicable) == 1 with input as {"protocol": "HTTP"}
	count(policy.not_applicable) == 1 with input as {"listener": [{"lb_protocol": "tcp"}]}
	count(policy.not_applicable) == 0 with input as listener("HTTPS", acm)
}
