package hipaactl.aws.elb.https_test

import data.hipaactl.aws.elb.https as policy

denied := {d.assertion | some d in policy.deny}

not_judged := {n.assertion | some n in policy.not_applicable}

listener(protocol, lb) := {"_": {"type": "aws_lb_listener", "phi": "unmarked", "lb": lb}, "protocol": protocol}

redirect(protocol) := [{"type": "redirect", "redirect": [{"protocol": protocol}]}]

acting(actions) := object.union(listener("HTTP", []), {"default_action": actions})

targets(phi, attributes) := object.union({"_": {"type": "aws_lb_target_group", "phi": phi}, "target_type": "instance"}, attributes)

test_https_listener if {
	denied == set() with input as listener("HTTPS", [])
	not_judged == set() with input as listener("HTTPS", [])
}

test_http_listener if {
	denied == {"https"} with input as listener("HTTP", [])
	denied == {"https"} with input as acting([{"type": "forward"}])
	denied == {"https"} with input as acting([{"type": "fixed-response"}])
	not_judged == {"phi"} with input as listener("HTTP", [])
}

test_redirect if {
	denied == set() with input as acting(redirect("HTTPS"))
	denied == {"https"} with input as acting(redirect("#{protocol}"))
	denied == {"https"} with input as acting(redirect("HTTP"))
}

test_network_listener_without_phi if {
	every protocol in ["TCP", "UDP", "TCP_UDP", "TCP_QUIC"] {
		denied == set() with input as listener(protocol, [{"_": {"phi": "unmarked"}}])
		not_judged == {"https", "phi"} with input as listener(protocol, [{"_": {"phi": "unmarked"}}])
	}
}

test_network_listener_with_phi if {
	denied == {"phi"} with input as listener("TCP", [{"_": {"phi": "yes"}}])
	marked := object.union(listener("TCP", []), {"_": {"phi": "yes"}})
	denied == {"phi"} with input as marked
}

test_encrypted_network_listener if {
	every protocol in ["TLS", "tls", "QUIC"] {
		denied == set() with input as listener(protocol, [{"_": {"phi": "yes"}}])
		not_judged == {"https"} with input as listener(protocol, [{"_": {"phi": "yes"}}])
	}
}

test_gateway_listener if {
	gateway := {"_": {"type": "aws_lb_listener", "phi": "yes", "lb": []}}
	denied == set() with input as gateway
	not_judged == {"https", "phi"} with input as gateway
}

elb(protocols) := {"_": {"type": "aws_elb", "phi": "yes"}, "listener": [{"lb_protocol": p} | some p in protocols]}

test_classic if {
	denied == set() with input as elb(["https", "SSL"])
	not_judged == {"phi"} with input as elb(["https", "SSL"])
	{d.paths | some d in policy.deny} == {["listener[1].lb_protocol"], ["listener[2].lb_protocol"]} with input as elb(["HTTPS", "http", "TCP"])
}

test_targets_that_hold_phi if {
	every protocol in ["HTTP", "TCP", "UDP", "TCP_UDP"] {
		denied == {"phi"} with input as targets("yes", {"protocol": protocol})
		denied == set() with input as targets("no", {"protocol": protocol})
		not_judged == {"https", "phi"} with input as targets("no", {"protocol": protocol})
	}
	every protocol in ["HTTPS", "TLS"] {
		denied == set() with input as targets("yes", {"protocol": protocol})
		not_judged == {"https"} with input as targets("yes", {"protocol": protocol})
	}
}

test_targets_without_a_choice if {
	every attributes in [{"target_type": "lambda"}, {"target_type": "alb", "protocol": "TCP"}, {"protocol": "GENEVE"}] {
		denied == set() with input as targets("yes", attributes)
		not_judged == {"https", "phi"} with input as targets("yes", attributes)
	}
}

test_assumed_where_nothing_is_marked if {
	unmarked := [{"_": {"phi": "unmarked"}}]
	denied == {"phi"} with input as listener("TCP", unmarked) with data.params.assume_phi as true
	not_judged == {"https"} with input as listener("TCP", unmarked) with data.params.assume_phi as true
	denied == set() with input as listener("TLS", unmarked) with data.params.assume_phi as true
	denied == {"phi"} with input as targets("unmarked", {"protocol": "HTTP"}) with data.params.assume_phi as true
	denied == set() with input as targets("unmarked", {"protocol": "HTTPS"}) with data.params.assume_phi as true
}

test_not_assumed_where_somebody_says_no if {
	without := [{"_": {"phi": "no"}}]
	denied == set() with input as listener("TCP", without) with data.params.assume_phi as true
	not_judged == {"https", "phi"} with input as listener("TCP", without) with data.params.assume_phi as true
	denied == set() with input as targets("no", {"protocol": "HTTP"}) with data.params.assume_phi as true
}
