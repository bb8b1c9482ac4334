package hipaactl.lib.buckets_test

import data.hipaactl.lib.buckets

test_destination_of_a_trail if {
	buckets.audit_log with input as {"_": {"trails": [{}], "flow_logs": []}}
}

test_destination_of_nothing if {
	not buckets.audit_log with input as {"_": {"trails": [], "flow_logs": []}}
}

test_paths_name_the_declared_lists if {
	{p | some p in buckets.audit_paths} == {"_.trails", "_.flow_logs"} with input as {"_": {"trails": [{}], "flow_logs": []}}
}
