# METADATA
# title: Regions with managed nodes have preferences for sessions
# description: A node that Systems Manager manages can be logged in to from the console. Where a Region has no preferences, sessions are not logged.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-preferences-cli.html
# custom:
#   id: HIPAA-SSM-004
#   severity: medium
#   citations: ["164.312(b)", "164.312(a)(2)(iii)", "164.312(e)(2)(ii)"]
#   scope: region
#   resources:
#     aws_ssm_instance_information: {}
#     aws_ssm_document: {name: string}
#   assertions:
#     declared: {title: The preferences of Session Manager are set where there are managed nodes}
#   remediation: Create SSM-SessionManagerRunShell in the Region, an aws_ssm_document of type Session with a log target, a key and a timeout.
package hipaactl.aws.ssm.session_preferences_region

declared if {
	some document in input.aws_ssm_document
	document.name == "SSM-SessionManagerRunShell"
}

deny contains {
	"assertion": "declared",
	"paths": ["aws_ssm_instance_information[0]", "aws_ssm_document[*].name"],
	"message": "there are managed nodes, and no preferences say that their sessions are logged",
} if {
	count(input.aws_ssm_instance_information) > 0
	not declared
}

not_applicable contains {
	"assertion": "declared",
	"paths": ["aws_ssm_instance_information", "aws_ssm_document[*].name"],
	"message": "there are no managed nodes",
} if {
	count(input.aws_ssm_instance_information) == 0
	not declared
}

not_applicable contains {"assertion": "declared", "paths": ["_.source"], "message": "only an account shows which nodes there are"} if {
	input._.source != "live"
}
