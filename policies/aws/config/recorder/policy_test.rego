package hipaactl.aws.config.recorder_test

import data.hipaactl.aws.config.recorder as policy
import data.hipaactl.aws.config.recorder_account as account

everything := {"recording_group": [{"all_supported": true, "include_global_resource_types": true}]}

region(recorders, on, buckets) := {
	"aws_config_configuration_recorder": recorders,
	"aws_config_configuration_recorder_status": [{"is_enabled": is} | some is in on],
	"aws_config_delivery_channel": buckets,
}

denied(recorders, on, buckets) := asserted if {
	asserted := {d.assertion | some d in policy.deny} with input as region(recorders, on, buckets)
}

channel := {"s3_bucket_name": "ref:aws_s3_bucket.id"}

test_recorded if {
	denied([everything], [true], [channel]) == set()
	denied([{}], [true], [channel]) == set()
}

test_nothing if denied([], [], []) == {"complete", "running", "delivered"}

test_some_types if denied([{"recording_group": [{"all_supported": false}]}], [true], [channel]) == {"complete"}

test_stopped if denied([everything], [false], [channel]) == {"running"}

test_no_bucket if denied([everything], [true], [{}]) == {"delivered"}

test_global if {
	count(account.deny) == 0 with input as region([{}, everything], [], [])
	count(account.deny) == 1 with input as region([{}], [], [])
	count(account.deny) == 1 with input as region([{"recording_group": [{"all_supported": true}]}], [], [])
	partial := {"recording_group": [{"all_supported": false, "include_global_resource_types": true}]}
	count(account.deny) == 1 with input as region([partial], [], [])
}
