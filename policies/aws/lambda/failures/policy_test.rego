package hipaactl.aws.lambda.failures_test

import data.hipaactl.aws.lambda.failures as policy

zip(runtime) := {"runtime": runtime, "package_type": "Zip", "_": {"asynchronous": []}}

failing(function) := names if {
	names := {d.assertion | some d in policy.deny} with input as function with data.now as "2026-11-23T12:00:00Z"
}

open(function) := names if {
	names := {d.assertion | some d in policy.unknown} with input as function with data.now as "2026-11-23T12:00:00Z"
}

bounded(function) := object.union(function, {"reserved_concurrent_executions": 10})

test_nothing_set if failing(zip("python3.9")) == {"kept", "bounded", "supported"}

test_limit if {
	failing(object.union(zip("python3.13"), {"reserved_concurrent_executions": -1})) == {"kept", "bounded"}
	failing(object.union(zip("python3.13"), {"reserved_concurrent_executions": 0})) == {"kept"}
	failing(bounded(zip("python3.13"))) == {"kept"}
}

test_runtime if {
	failing(zip("dotnet8")) & {"supported"} == {"supported"}
	failing(zip("nodejs22.x")) & {"supported"} == set()
	open(zip("nodejs22.x")) == set()
	open(zip("nodejs36.x")) == {"supported"}
	image := {"package_type": "Image", "_": {"asynchronous": []}}
	open(image) == set()
	{n.assertion | some n in policy.not_applicable} == {"supported"} with input as image
}

# Of the first runtime AWS lists when security patches ended and, later, when functions could no longer be changed.
test_first_runtime if {
	denied := {d.assertion | some d in policy.deny} with input as bounded(zip("nodejs")) with data.now as "2016-09-15T12:00:00Z"
	"supported" in denied
}

letters(arn) := object.union(bounded(zip("python3.13")), {"dead_letter_config": [{"target_arn": arn}]})

destination(qualifier, arn) := {"qualifier": qualifier, "destination_config": [{"on_failure": [{"destination": arn}]}]}

settings(list) := object.union(bounded(zip("python3.13")), {"_": {"asynchronous": list}})

test_kept if {
	failing(letters("ref:aws_sqs_queue.failed.arn")) == set()
	failing(letters("")) == {"kept"}
	failing(settings([destination("", "ref:aws_sqs_queue.failed.arn")])) == set()
	failing(settings([destination("$LATEST", "ref:aws_sqs_queue.failed.arn")])) == set()
	failing(settings([destination("", "")])) == {"kept"}
	failing(settings([{"destination_config": [{"on_failure": []}]}])) == {"kept"}
	failing(settings([{}])) == {"kept"}
}

test_alias_alone if {
	failing(settings([destination("live", "ref:aws_sqs_queue.failed.arn")])) == set()
	open(settings([destination("live", "ref:aws_sqs_queue.failed.arn")])) == {"kept"}
	open(settings([destination("live", "ref:aws_sqs_queue.failed.arn"), destination("$LATEST", "ref:aws_sqs_queue.failed.arn")])) == set()
	failing(settings([destination("live", "")])) == {"kept"}
}
