# METADATA
# title: Redshift requires TLS
# description: >-
#   Unless require_ssl is true, a client that asks for no encryption gets none, and its password and every row cross the
#   network in the clear.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-parameter-groups.html
#   - https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_ConfigParameter.html
# custom:
#   id: HIPAA-RSH-003
#   severity: high
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"]
#   resources:
#     aws_redshift_cluster: {cluster_parameter_group_name: string}
#     aws_redshiftserverless_workgroup: {config_parameter: [{parameter_key: string, parameter_value: string}]}
#   related:
#     group:
#       type: aws_redshift_parameter_group
#       on: name = cluster_parameter_group_name
#       more: helps
#       elsewhere: true
#       attributes: {family: string, parameter: [{name: string, value: string}]}
#   remediation: Set require_ssl to true in an aws_redshift_parameter_group of your own for the cluster, or in a config_parameter of the workgroup.
package hipaactl.aws.redshift.tls

import data.hipaactl.lib.warehouse

cluster if input._.type == "aws_redshift_cluster"

group := object.get(input, "cluster_parameter_group_name", "")

# The values of require_ssl by family. The default group of a family holds them and cannot be changed.
# https://docs.aws.amazon.com/redshift/latest/mgmt/behavior-changes.html
families := {"redshift-1.0": "false", "redshift-2.0": "true"}

default_group := families[trim_prefix(group, "default.")] if startswith(group, "default.")

deny contains {"paths": paths, "message": "the parameter group does not require TLS"} if {
	cluster
	some paths in warehouse.off("require_ssl")
}

deny contains {"paths": paths, "message": "the parameter group does not require TLS, as it leaves require_ssl at false"} if {
	cluster
	some i in warehouse.silent("require_ssl")
	families[input._.group[i].family] == "false"
	paths := [sprintf("_.group[%d].%s", [i, name]) | some name in ["parameter", "family"]]
}

deny contains {"paths": ["cluster_parameter_group_name"], "message": "the default parameter group does not require TLS"} if {
	cluster
	default_group == "false"
	count(input._.group) == 0
}

# A group that nothing declares is most likely another stack's.
deny contains {"paths": ["cluster_parameter_group_name", "_.group"], "message": "there is no parameter group of this name"} if {
	cluster
	group != ""
	not default_group
	count(input._.group) == 0
}

unknown contains {"paths": ["cluster_parameter_group_name"], "message": "which default parameter group the cluster has: those before 2025 do not require TLS"} if {
	cluster
	group == ""
}

unknown contains {"paths": [sprintf("_.group[%d].parameter", [i])], "message": "whether the parameter group's family requires TLS"} if {
	cluster
	some i in warehouse.silent("require_ssl")
	not families[input._.group[i].family]
}

stated[i] := lower(parameter.parameter_value) if {
	some i, parameter in input.config_parameter
	parameter.parameter_key == "require_ssl"
}

deny contains {"paths": paths, "message": "the workgroup does not require TLS"} if {
	not cluster
	some i, value in stated
	value != "true"
	paths := [sprintf("config_parameter[%d].%s", [i, name]) | some name in ["parameter_key", "parameter_value"]]
}

unknown contains {"paths": ["config_parameter"], "message": "whether the workgroup requires TLS, as it leaves require_ssl at what AWS gave it"} if {
	not cluster
	count(stated) == 0
}
