package hipaactl.aws.apigateway.logging_test

import data.hipaactl.aws.apigateway.logging as policy

denied := {d.assertion | some d in policy.deny}

not_judged := {n.assertion | some n in policy.not_applicable}

setting(path, settings) := {"stage_name": "prod", "method_path": path, "settings": [settings]}

rest(settings) := {"_": {"type": "aws_api_gateway_stage", "settings": settings}, "stage_name": "prod", "access_log_settings": [{"destination_arn": "arn:log"}]}

socket(first, routes) := {
	"_": {"type": "aws_apigatewayv2_stage", "settings": []}, "access_log_settings": [{"destination_arn": "arn:log"}],
	"default_route_settings": [{"data_trace_enabled": first}], "route_settings": [{"data_trace_enabled": r} | some r in routes],
}

test_logged if {
	every level in ["INFO", "ERROR"] {
		denied == set() with input as rest([setting("*/*", {"logging_level": level, "data_trace_enabled": false})])
	}
	not_judged == {"route_trace"} with input as rest([])
}

test_access if {
	denied == {"access"} with input as object.union(rest([setting("*/*", {"logging_level": "INFO"})]), {"access_log_settings": []})
	denied == {"access"} with input as object.union(socket(false, []), {"access_log_settings": [{"destination_arn": ""}]})
}

test_execution if {
	denied == {"execution"} with input as rest([])
	denied == {"execution"} with input as rest([setting("*/*", {})])
	denied == {"execution"} with input as rest([setting("*/*", {"logging_level": "OFF"})])
	denied == {"execution"} with input as rest([setting("a/GET", {"logging_level": "INFO"})])
	denied == {"execution"} with input as rest([object.union(setting("*/*", {"logging_level": "INFO"}), {"stage_name": "test"})])
	denied == {"execution"} with input as rest([setting("*/*", {"logging_level": "INFO"}), setting("a/GET", {"logging_level": "OFF"})])
}

test_data_trace if {
	denied == {"data_trace"} with input as rest([setting("*/*", {"logging_level": "INFO", "data_trace_enabled": true})])
	denied == {"data_trace"} with input as rest([setting("*/*", {"logging_level": "INFO"}), setting("a/GET", {"data_trace_enabled": true})])
}

test_websocket if {
	denied == set() with input as socket(false, [false])
	denied == {"route_trace"} with input as socket(true, [])
	denied == {"route_trace"} with input as socket(false, [false, true])
	not_judged == {"execution", "data_trace"} with input as socket(false, [])
}
