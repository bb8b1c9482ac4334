package hipaactl.aws.cloudtrail.management_events_test

import data.hipaactl.aws.cloudtrail.management_events as policy
import data.hipaactl.aws.cloudtrail.management_events_account as account

# failed are the assertions that a trail does not meet, beside other trails of its account.
failed(trail, others) := assertions if {
	all := object.union(trail, {"_": {"trails": array.concat([trail], others)}})
	assertions := {d.assertion | some d in policy.deny} with input as all
}

on(selectors) := object.union({"enable_logging": true}, selectors)

basic(include, kind) := {"include_management_events": include, "read_write_type": kind}

advanced(fields) := {"field_selector": [{"field": name, "equals": values} | some name, values in fields]}

everything := on({})

data_events := on({"event_selector": [basic(false, "All")]})

test_no_selector_logs_everything if {
	failed(everything, []) == set()
	failed(on({"event_selector": [], "advanced_event_selector": []}), []) == set()
}

test_switched_off if {
	failed({"enable_logging": false}, []) == {"logging"}
	failed({}, []) == {"logging"}
}

test_basic_selectors if {
	cases := [
		{"selectors": [basic(true, "All")], "failed": set()},
		{"selectors": [basic(true, "ReadOnly"), basic(true, "WriteOnly")], "failed": set()},
		{"selectors": [basic(false, "All"), basic(true, "All")], "failed": set()},
		{"selectors": [basic(false, "All")], "failed": {"management_events", "complete"}},
		{"selectors": [basic(true, "ReadOnly")], "failed": {"management_events", "complete"}},
		{"selectors": [basic(true, "ReadOnly"), basic(false, "WriteOnly")], "failed": {"management_events", "complete"}},
		{"selectors": [basic(true, "WriteOnly")], "failed": {"complete"}},
		{
			"selectors": [object.union(basic(true, "All"), {"exclude_management_event_sources": ["kms.amazonaws.com"]})],
			"failed": {"complete"},
		},
		{"selectors": [object.union(basic(true, "All"), {"exclude_management_event_sources": []})], "failed": set()},
	]
	every c in cases {
		failed(on({"event_selector": c.selectors}), []) == c.failed
	}
}

test_advanced_selectors if {
	management := {"eventCategory": ["Management"]}
	cases := [
		{"selectors": [advanced(management)], "failed": set()},
		{"selectors": [advanced({"eventCategory": ["Data"]}), advanced(management)], "failed": set()},
		{"selectors": [advanced({"eventCategory": ["Data"], "resources.type": ["AWS::S3::Object"]})], "failed": {"management_events", "complete"}},
		{"selectors": [advanced(object.union(management, {"readOnly": ["true"]}))], "failed": {"management_events", "complete"}},
		{"selectors": [advanced(object.union(management, {"readOnly": ["false"]}))], "failed": {"complete"}},
		{
			"selectors": [advanced(object.union(management, {"readOnly": ["true"]})), advanced(object.union(management, {"readOnly": ["false"]}))],
			"failed": set(),
		},
		{
			"selectors": [{"field_selector": [
				{"field": "eventCategory", "equals": ["Management"]},
				{"field": "eventSource", "not_equals": ["kms.amazonaws.com"]},
			]}],
			"failed": {"complete"},
		},
		{"selectors": [{}], "failed": {"management_events", "complete"}},
	]
	every c in cases {
		failed(on({"advanced_event_selector": c.selectors}), []) == c.failed
	}
}

test_data_events_beside_a_trail_for_management_events if {
	failed(data_events, [everything]) == set()
}

test_the_other_trail_must_log if {
	failed(data_events, [{"enable_logging": false}]) == {"management_events", "complete"}
}

test_unseen_members_are_no_error if {
	failed(on({"event_selector": [null, basic(true, "All")], "advanced_event_selector": [null]}), []) == set()
	failed(on({"advanced_event_selector": [{"field_selector": [null, {"field": "eventCategory", "equals": [null]}]}]}), []) == {"management_events", "complete"}
}

test_paths_name_the_other_trails if {
	paths := {d.paths | some d in policy.deny} with input as object.union(data_events, {"_": {"trails": [data_events]}})
	every path in paths {
		"_.trails[*].enable_logging" in path
	}
	count(paths) == 1
}

test_account if {
	count(account.deny) == 1 with input as {"aws_cloudtrail": []}
	count(account.deny) == 1 with input as {"aws_cloudtrail": [{"enable_logging": false}]}
	count(account.deny) == 0 with input as {"aws_cloudtrail": [{"enable_logging": false}, {"enable_logging": true}]}
}
