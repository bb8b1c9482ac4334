package hipaactl.aws.waf.web_acl_test

import data.hipaactl.aws.waf.web_acl as policy

denied := {d.message | some d in policy.deny}

not_judged := {n.assertion | some n in policy.not_applicable}

ruled := {"rule": [{}], "_": {"groups": []}}

bare := {"rule": [], "_": {"groups": []}}

related(acls) := {"associations": [{"_": {"acl": [acl]}} | some acl in acls], "edge_acl": [], "api": []}

lb(attributes, acls) := object.union({"_": object.union(related(acls), {"type": "aws_lb"}), "load_balancer_type": "application", "internal": false}, attributes)

stage(kind, acls) := {"_": object.union(related(acls), {"type": "aws_api_gateway_stage", "api": [{"endpoint_configuration": [{"types": [kind]}]}]})}

distribution(id, acls) := {"_": object.union(related([]), {"type": "aws_cloudfront_distribution", "edge_acl": acls}), "web_acl_id": id}

test_load_balancer if {
	denied == set() with input as lb({}, [ruled])
	not_judged == {"edge"} with input as lb({}, [ruled])
	denied == {"no web ACL is associated"} with input as lb({}, [])
	denied == {"the associated web ACL has no rules"} with input as lb({}, [bare])
}

test_what_nobody_reaches if {
	every attributes in [{"internal": true}, {"load_balancer_type": "network"}] {
		denied == set() with input as lb(attributes, [])
		not_judged == {"regional", "edge"} with input as lb(attributes, [])
	}
	not_judged == {"regional", "edge"} with input as stage("PRIVATE", [])
}

test_rules_in_other_places if {
	denied == set() with input as lb({}, [{"rule_json": "[]", "_": {"groups": []}}])
	denied == set() with input as lb({}, [{"_": {"groups": [{}]}}])
	denied == {"the associated web ACL has no rules"} with input as lb({}, [{"rule_json": "", "_": {"groups": []}}])
}

test_stage if {
	denied == set() with input as stage("REGIONAL", [ruled])
	denied == {"no web ACL is associated"} with input as stage("EDGE", [])
	some d in policy.deny with input as stage("EDGE", [])
	"_.api[*].endpoint_configuration[*].types" in d.paths
}

test_distribution if {
	denied == set() with input as distribution("arn:1", [ruled])
	not_judged == {"regional"} with input as distribution("arn:1", [ruled])
	denied == {"the distribution names no web ACL"} with input as distribution("", [])
	denied == {"the distribution's web ACL has no rules"} with input as distribution("arn:1", [bare])
	denied == {"the distribution names no web ACL"} with input as object.remove(distribution("", []), ["web_acl_id"])
}
