package hipaactl.aws.iam.break_glass_test

import data.hipaactl.aws.iam.break_glass as policy
import data.hipaactl.aws.iam.break_glass_account as account

role(tags, rules) := {"name": "glass", "tags_all": tags, "_": {"rules": rules, "regions": ["us-east-1"], "all_regions": true}}

pager := [{"arn": "arn:aws:lambda:us-east-1:111122223333:function:page", "_": {"topics": []}}]

rule(pattern) := {"event_pattern": json.marshal(pattern), "_": {"region": "us-east-1", "targets": pager}}

told(rules) := count(denials) == 0 if {
	denials := policy.deny with input as role({"breakglass": "yes"}, rules) with data.params.tag as "BreakGlass"
	count(policy.unknown) == 0 with input as role({"breakglass": "yes"}, rules) with data.params.tag as "BreakGlass"
}

sts(more) := {"source": ["aws.sts"], "detail-type": ["AWS API Call via CloudTrail"], "detail": object.union({"eventName": ["AssumeRole"]}, more)}

of(matcher) := sts({"requestParameters": {"roleArn": [matcher]}})

test_tag if {
	count(policy.deny) == 1 with input as role({"BreakGlass": "true"}, []) with data.params.tag as "BreakGlass"
	count(policy.deny) == 0 with input as role({"BreakGlass": "false"}, []) with data.params.tag as "BreakGlass"
	count(policy.not_applicable) == 1 with input as role({"team": "ward"}, []) with data.params.tag as "BreakGlass"
	count(policy.deny) == 1 with input as role({"emergency": ""}, []) with data.params.tag as "Emergency"
}

test_patterns_that_tell if {
	every pattern in [
		of("ref:self.arn"), of("arn:aws:iam::111122223333:role/glass"), of({"suffix": "/glass"}), of({"suffix": "role/glass"}),
		of({"wildcard": "arn:aws:iam::*:role/glass"}), sts({}),
		{"source": ["aws.sts"]}, {"detail": {"eventSource": ["sts.amazonaws.com"], "eventName": [{"prefix": "AssumeRole"}]}},
		{"detail": {"userIdentity": {"sessionContext": {"sessionIssuer": {"userName": ["glass"]}}}}},
		{"detail": {"userIdentity": {"sessionContext": {"sessionIssuer": {"arn": ["arn:aws:iam::111122223333:role/glass"]}}}}},
	] {
		told([rule(pattern)])
	}
}

test_patterns_that_do_not if {
	every pattern in [
		of("arn:aws:iam::111122223333:role/other"), of("arn:aws:iam::111122223333:role/not-glass"), of("ref:aws_iam_role.arn"), of({"anything-but": ["x"]}),
		of({"exists": true}), of({"prefix": {"equals-ignore-case": "x"}}),
		{"source": ["aws.guardduty"]}, {"source": ["aws.sts"], "detail": {"eventName": ["GetCallerIdentity"]}},
		{"detail": {"userIdentity": {"sessionContext": {"sessionIssuer": {"userName": ["other"]}}}, "eventName": ["DeleteTrail"]}}, ["aws.sts"], "aws.sts",
		sts({"errorCode": ["AccessDenied"]}), sts({"userIdentity": {"type": ["Root"]}}), {"source": ["aws.sts"], "resources": ["x"]}, sts({"requestParameters": {"roleSessionName": ["x"]}}),
	] {
		not told([rule(pattern)])
	}
	not told([object.union(rule({}), {"event_pattern": "no JSON"})])
	not told([object.remove(rule({}), ["event_pattern"])])
}

test_rules_that_are_off_or_tell_nobody if {
	not told([object.union(rule(of("ref:self.arn")), {"state": "DISABLED"})])
	not told([object.union(rule(of("ref:self.arn")), {"is_enabled": false})])
	not told([object.union(rule(of("ref:self.arn")), {"event_bus_name": "clinic"})])
	told([object.union(rule(of("ref:self.arn")), {"event_bus_name": "default"})])
	not told([object.union(rule(of("ref:self.arn")), {"_": {"targets": []}})])
	not told([object.union(rule(of("ref:self.arn")), {"_": {"targets": [{"arn": "ref:aws_cloudwatch_log_group.arn", "_": {"topics": []}}]}})])
	not told([object.union(rule(of("ref:self.arn")), {"_": {"targets": [{"arn": "ref:aws_sns_topic.arn", "_": {"topics": [{"_": {"subscriptions": []}}]}}]}})])
	told([object.union(rule(of("ref:self.arn")), {"_": {"targets": [{"arn": "ref:aws_sns_topic.arn", "_": {"topics": [{"_": {"subscriptions": [{}]}}]}}]}})])
	told([object.union(rule(of("ref:self.arn")), {"state": "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS", "is_enabled": true})])
}

seen(rules, regions, all) := {"denied": denied, "unclear": unclear} if {
	it := object.union(role({"BreakGlass": ""}, rules), {"_": {"regions": regions, "all_regions": all}})
	denied := {d.message | some d in policy.deny} with input as it with data.params.tag as "BreakGlass"
	unclear := count(policy.unknown) with input as it with data.params.tag as "BreakGlass"
}

test_regions if {
	here := rule(of("ref:self.arn"))
	there := object.union(here, {"_": {"region": "eu-west-1"}})
	somewhere := object.remove(here, ["_"])
	both := ["eu-west-1", "us-east-1"]
	missing := "in eu-west-1 no rule of EventBridge tells somebody that the role is assumed"
	seen([here, there], both, true) == {"denied": set(), "unclear": 0}
	seen([here], both, true) == {"denied": {missing}, "unclear": 0}
	seen([here], both, false) == {"denied": {missing}, "unclear": 0}
	seen([here, there], both, false) == {"denied": set(), "unclear": 1}
	seen([here], [], false) == {"denied": set(), "unclear": 1}
	seen([object.union(somewhere, {"_": {"targets": pager}})], both, true) == {"denied": set(), "unclear": 1}
}

holding(phi, tags) := {"aws_iam_role": [{"tags_all": tags}], "aws_s3_bucket": [], "aws_db_instance": [{"_": {"phi": "no"}}, {"_": {"phi": phi}}]}

test_accounts if {
	count(account.deny) == 0 with input as holding("yes", {"BreakGlass": ""}) with data.params.tag as "BreakGlass"
	{d.paths | some d in account.deny} == {["aws_db_instance[1]._.phi", "aws_iam_role[*].tags_all"]} with input as holding("yes", {"BreakGlass": "no"}) with data.params.tag as "BreakGlass"
	count(account.deny) == 1 with input as holding("yes", {}) with data.params.tag as "BreakGlass"
	count(account.deny) == 0 with input as holding("unmarked", {}) with data.params.tag as "BreakGlass"
	count(account.not_applicable) == 1 with input as holding("unmarked", {}) with data.params.tag as "BreakGlass"
}
