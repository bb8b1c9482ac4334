package hipaactl.lib.event_rule_test

import data.hipaactl.lib.cloudtrail_events as events
import data.hipaactl.lib.event_rule

page := {"arn": "arn:aws:lambda:us-east-1:111122223333:function:page", "_": {"topics": []}}

rule(region) := {"event_pattern": `{"detail-type": [{"prefix": "AWS"}]}`, "_": {"region": region, "targets": [page]}}

multi := {"enable_logging": true, "is_multi_region_trail": true, "_": {"region": "eu-west-1"}}

account(rules) := {
	"aws_cloudtrail": [multi],
	"aws_cloudwatch_event_rule": rules,
	"_": {"source": "live", "whole": true, "all_regions": true, "regions": ["eu-west-1", "us-east-1"]},
}

iam := events.calls("iam", ["PutUserPolicy"])[0]

kms := events.calls("kms", ["DisableKey"])[0]

sign_in := events.sign_ins({})[0]

root := events.by_root[0]

known(of) := {"heard": heard, "unheard": unheard} if {
	all := {"iam": iam, "kms": kms, "sign_in": sign_in, "root": root}
	heard := {name | some name, event in all; event_rule.heard(event)} with input as of
	unheard := {name | some name, event in all; event_rule.unheard(event)} with input as of
}

everything := {"iam", "kms", "sign_in", "root"}

test_each_region if {
	known(account([rule("us-east-1"), rule("eu-west-1")])) == {"heard": everything, "unheard": set()}
	known(account([rule("us-east-1")])) == {"heard": {"iam", "root"}, "unheard": {"kms", "sign_in"}}
	known(account([rule("eu-west-1")])) == {"heard": set(), "unheard": everything}
	known(account([])) == {"heard": set(), "unheard": everything}
}

test_regions_that_were_not_read if {
	part := {"_": {"source": "live", "whole": true, "all_regions": false, "regions": ["eu-west-1"]}}
	known(object.union(account([rule("eu-west-1")]), part)) == {"heard": set(), "unheard": set()}
	known(object.union(account([]), part)) == {"heard": set(), "unheard": {"kms", "sign_in"}}
	home := {"_": {"source": "live", "whole": true, "all_regions": false, "regions": ["us-east-1"]}}
	known(object.union(account([rule("us-east-1")]), home)) == {"heard": {"iam", "root"}, "unheard": set()}
}

test_region_that_is_not_known if {
	of := object.union(account([object.union(rule("x"), {"_": {"region": null, "targets": [page]}})]), {"_": {"source": "code", "all_regions": false, "regions": []}})
	nameless := json.patch(of, [{"op": "remove", "path": "aws_cloudwatch_event_rule/0/_/region"}])
	known(nameless) == {"heard": set(), "unheard": set()}
	known(object.union(nameless, {"aws_cloudwatch_event_rule": []})) == {"heard": set(), "unheard": everything}
}

test_a_trail_is_needed if {
	both := account([rule("us-east-1"), rule("eu-west-1")])
	known(object.union(both, {"aws_cloudtrail": []})) == {"heard": set(), "unheard": everything}
	known(object.union(both, {"aws_cloudtrail": [object.union(multi, {"enable_logging": false})]})) == {"heard": set(), "unheard": everything}
	single := object.union(multi, {"is_multi_region_trail": false, "_": {"region": "us-east-1"}})
	known(object.union(both, {"aws_cloudtrail": [single]})) == {"heard": {"iam", "root"}, "unheard": {"kms", "sign_in"}}
	nameless := {"enable_logging": true, "is_multi_region_trail": false, "_": {}}
	known(object.union(both, {"aws_cloudtrail": [nameless]})) == {"heard": set(), "unheard": set()}
}

test_what_only_reads if {
	refused := events.refused(["AccessDenied"])[0]
	not event_rule.heard(refused) with input as account([rule("us-east-1"), rule("eu-west-1")])
	all := {"state": "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"}
	event_rule.heard(refused) with input as account([object.union(rule("us-east-1"), all), object.union(rule("eu-west-1"), all)])
}

works(of) := answer if answer := count(event_rule.working) == 1 with input as account([object.union(rule("us-east-1"), of)])

test_working if {
	works({"event_bus_name": "default"})
	works({"event_bus_name": "arn:aws:events:us-east-1:111122223333:event-bus/default"})
	not works({"event_bus_name": "clinic"})
	not works({"event_bus_name": "ref:aws_cloudwatch_event_bus.name"})
	not works({"state": "DISABLED"})
	not works({"is_enabled": false})
}

test_pattern_about_the_region if {
	of := account([object.union(rule(region), {"event_pattern": sprintf(`{"region": ["%s"]}`, [region])}) | some region in ["us-east-1", "eu-west-1"]])
	known(of) == {"heard": everything, "unheard": set()}
}
