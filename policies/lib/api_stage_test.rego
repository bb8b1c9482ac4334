package hipaactl.lib.api_stage_test

import data.hipaactl.lib.api_stage

stage := {"stage_name": "prod", "_": {"type": "aws_api_gateway_stage", "settings": [
	{"stage_name": "test", "method_path": "*/*", "settings": [{"logging_level": "OFF"}]},
	{"stage_name": "prod", "method_path": "*/*", "settings": [{"logging_level": "INFO"}]},
	{"stage_name": "prod", "method_path": "a/GET", "settings": [{"logging_level": "OFF"}]},
]}}

test_kind if {
	api_stage.rest with input as stage
	not api_stage.rest with input as {"_": {"type": "aws_apigatewayv2_stage"}}
}

test_own if {
	{i | some i, _ in api_stage.own} == {1, 2} with input as stage
}

test_found if {
	[f.paths | some f in api_stage.found("logging_level", "OFF")] == [["stage_name", "_.settings[2].stage_name", "_.settings[2].settings[0].logging_level"]] with input as stage
	[f.settings | some f in api_stage.found("logging_level", "INFO")] == [{"logging_level": "INFO"}] with input as stage
	api_stage.found("logging_level", "ERROR") == [] with input as stage
}
