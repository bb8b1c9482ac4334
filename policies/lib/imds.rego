# Whether instances answer to version 1 of the metadata service. A policy that uses this declares
# metadata_options: [{http_endpoint: string, http_tokens: string}] and launch_template: [{}], and the list
# default: {type: aws_ec2_instance_metadata_defaults, on: region, more: helps, attributes: {http_endpoint: string, http_tokens: string}}
package hipaactl.lib.imds

said(option) := {i: value | some i, options in input.metadata_options; value := options[option]}

# The account's default for the region holds where the instance says nothing.
by_default(option, value) if {
	count(said(option)) == 0
	some options in input._.default
	options[option] == value
}

# safe holds where version 2 is required, or no version answers.
safe if "required" in said("http_tokens")

safe if "disabled" in said("http_endpoint")

safe if by_default("http_tokens", "required")

safe if by_default("http_endpoint", "disabled")

# left_to_template holds where a launch template sets all of it.
left_to_template if {
	input.launch_template
	count(object.get(input, "metadata_options", [])) == 0
}

# unsaid are the paths on which it rests that nothing requires version 2.
unsaid := [
	"metadata_options[*].http_tokens",
	"metadata_options[*].http_endpoint",
	"launch_template",
	"_.default[*].http_tokens",
	"_.default[*].http_endpoint",
]
