# METADATA
# title: The Region blocks EMR clusters that are open to the internet
# description: >-
#   While it is on, EMR starts no cluster whose security groups let in everybody, but for the ports that are excepted. Accounts that
#   used EMR in the Region before the end of 2019 have it off until somebody turns it on.
# related_resources:
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html
#   - https://docs.aws.amazon.com/emr/latest/APIReference/API_BlockPublicAccessConfiguration.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_block_public_access_configuration
# custom:
#   id: HIPAA-EMR-001
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)", "164.312(d)", "164.312(a)(1)"]
#   scope: region
#   resources:
#     aws_emr_block_public_access_configuration:
#       block_public_security_group_rules: bool
#       permitted_public_security_group_rule_range: [{min_range: number, max_range: number}]
#   assertions:
#     blocked: {title: Clusters that are open to the internet are blocked}
#   remediation: >-
#     Declare aws_emr_block_public_access_configuration in the Region with block_public_security_group_rules = true and no
#     permitted_public_security_group_rule_range but that of port 22.
package hipaactl.aws.emr.cluster_region

deny contains {"assertion": "blocked", "paths": [path], "message": "clusters that are open to the internet may be started"} if {
	some i, block in input.aws_emr_block_public_access_configuration
	not block.block_public_security_group_rules
	path := sprintf("aws_emr_block_public_access_configuration[%d].block_public_security_group_rules", [i])
}

# Port 22 is excepted where nobody says otherwise; whether it is open is judged of security groups.
deny contains {"assertion": "blocked", "paths": [at.min_range, at.max_range], "message": "ports other than that of SSH may be open to the internet"} if {
	some i, block in input.aws_emr_block_public_access_configuration
	some j, ports in block.permitted_public_security_group_rule_range
	{ports.min_range, ports.max_range} != {22}
	at := {name: sprintf("aws_emr_block_public_access_configuration[%d].permitted_public_security_group_rule_range[%d].%s", [i, j, name]) | some name in ["min_range", "max_range"]}
}

unknown contains {
	"assertion": "blocked",
	"paths": ["aws_emr_block_public_access_configuration"],
	"message": "what the Region's setting is, which nothing sets here: accounts older than the setting begin without it",
} if {
	count(input.aws_emr_block_public_access_configuration) == 0
}
