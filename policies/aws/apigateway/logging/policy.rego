# METADATA
# title: API Gateway logs access and execution, without bodies
# description: >-
#   The access log says who called what; the execution log of a REST API says what became of it. Data trace writes whole
#   requests and responses, and with them PHI, into a log. HTTP APIs have no execution log.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings
# custom:
#   id: HIPAA-API-001
#   severity: medium
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   resources:
#     aws_api_gateway_stage: {stage_name: string, access_log_settings: &access [{destination_arn: string}]}
#     aws_apigatewayv2_stage: {access_log_settings: *access, default_route_settings: &trace [{data_trace_enabled: bool}], route_settings: *trace}
#   related:
#     settings:
#       type: aws_api_gateway_method_settings
#       on: rest_api_id = rest_api_id
#       attributes: {stage_name: string, method_path: string, settings: [{logging_level: string, data_trace_enabled: bool}]}
#   assertions:
#     access:
#       title: The stage has an access log
#       reads: [access_log_settings]
#     execution:
#       title: The execution log of the REST API is on for every method
#       reads: [stage_name, _.settings]
#     data_trace:
#       title: The execution log of the REST API leaves bodies out
#       reads: [stage_name, _.settings]
#       severity: {default: medium, phi: critical}
#     route_trace:
#       title: The execution log of the WebSocket API leaves messages out
#       reads: [default_route_settings, route_settings]
#       severity: {default: medium, phi: critical}
#   remediation: >-
#     Set access_log_settings on the stage, and declare aws_api_gateway_method_settings with method_path = "*/*" and settings {
#     logging_level = "ERROR" data_trace_enabled = false }.
package hipaactl.aws.apigateway.logging

import data.hipaactl.lib.api_stage

logged if {
	some log in input.access_log_settings
	log.destination_arn != ""
}

deny contains {"assertion": "access", "paths": ["access_log_settings[*].destination_arn"], "message": "the stage has no access log"} if not logged

deny contains {
	"assertion": "execution",
	"paths": array.concat(api_stage.default_paths, ["_.settings[*].settings[*].logging_level"]),
	"message": "no setting for */* turns the execution log on",
} if {
	api_stage.rest
	count([level | some level in levels; level in {"INFO", "ERROR"}]) == 0
}

levels := [setting.logging_level |
	some settings in api_stage.own
	settings.method_path == "*/*"
	some setting in settings.settings
]

deny contains {"assertion": "execution", "paths": found.paths, "message": "the execution log is off for some methods"} if {
	some found in api_stage.found("logging_level", "OFF")
}

deny contains {"assertion": "data_trace", "paths": found.paths, "message": "bodies of requests and responses are written to the log"} if {
	some found in api_stage.found("data_trace_enabled", true)
}

deny contains {
	"assertion": "route_trace",
	"paths": [sprintf("%s[%d].data_trace_enabled", [list, i])],
	"message": "messages are written to the log",
} if {
	some list in ["default_route_settings", "route_settings"]
	some i, settings in input[list]
	settings.data_trace_enabled
}

not_applicable contains {"assertion": assertion, "paths": ["stage_name"], "message": "it is no stage of a REST API"} if {
	not api_stage.rest
	some assertion in ["execution", "data_trace"]
}

not_applicable contains {"assertion": "route_trace", "paths": ["default_route_settings"], "message": "it is a stage of a REST API"} if api_stage.rest
