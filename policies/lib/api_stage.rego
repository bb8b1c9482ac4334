# What the methods of a stage of a REST API are set to. A policy that uses this declares of
# aws_api_gateway_stage {stage_name: string}, and the related list
#
#   settings:
#     type: aws_api_gateway_method_settings
#     on: rest_api_id = rest_api_id
#     attributes: {stage_name: string, method_path: string, settings: [{...}]}
#
# https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings
package hipaactl.lib.api_stage

rest if input._.type == "aws_api_gateway_stage"

# own are the settings of this stage among those of its API.
own[i] := settings if {
	some i, settings in input._.settings
	settings.stage_name == input.stage_name
}

# default_paths are what tells that no setting is this stage's default, that for */*.
default_paths := ["stage_name", "_.settings[*].stage_name", "_.settings[*].method_path"]

# found are the settings that give an attribute this value, with the methods that they are
# for and the paths that say so.
found(attribute, value) := [{"path": object.get(settings, "method_path", ""), "settings": setting, "paths": paths} |
	some i, settings in own
	some j, setting in settings.settings
	setting[attribute] == value
	paths := ["stage_name", sprintf("_.settings[%d].stage_name", [i]), sprintf("_.settings[%d].settings[%d].%s", [i, j, attribute])]
]
