# METADATA
# title: Redshift logs who connects and what they run
# description: >-
#   Audit logs of connections, users and queries are off until they are turned on, and the queries are only logged where
#   the cluster's parameter group asks for them.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html
#   - https://docs.aws.amazon.com/redshift/latest/APIReference/API_EnableLogging.html
# custom:
#   id: HIPAA-RSH-004
#   severity: {default: medium, phi: high}
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   resources: {aws_redshift_cluster: {cluster_parameter_group_name: string}}
#   related:
#     logging:
#       type: aws_redshift_logging
#       on: cluster_identifier = id
#       more: helps
#       attributes: {log_destination_type: string, log_exports: [string]}
#     group:
#       type: aws_redshift_parameter_group
#       on: name = cluster_parameter_group_name
#       more: helps
#       elsewhere: true
#       attributes: {parameter: [{name: string, value: string}]}
#   assertions:
#     logging:
#       title: Connections are logged
#       reads: ["_.logging[*].log_destination_type", "_.logging[*].log_exports"]
#     user_activity:
#       title: What users run is logged
#       reads: [cluster_parameter_group_name, "_.group[*].parameter", "_.logging[*].log_destination_type", "_.logging[*].log_exports"]
#   remediation: >-
#     Add an aws_redshift_logging for the cluster, with all three log_exports where it goes to CloudWatch, and set
#     enable_user_activity_logging to true in its parameter group.
package hipaactl.aws.redshift.audit_logs

import data.hipaactl.lib.warehouse

group := object.get(input, "cluster_parameter_group_name", "")

# The default groups cannot be changed, and log no queries.
default_group if {
	regex.match(`^(default\.redshift-.*)?$`, group)
	count(input._.group) == 0
}

# Into a bucket goes whatever there is, to CloudWatch what is named.
exported(_) if {
	some logging in input._.logging
	not lower(object.get(logging, "log_destination_type", "s3")) == "cloudwatch"
}

exported(wanted) if {
	some logging in input._.logging
	some log in logging.log_exports
	is_string(log)
	lower(log) == wanted
}

exports := ["_.logging[*].log_destination_type", "_.logging[*].log_exports"]

deny contains {"assertion": "logging", "paths": ["_.logging"], "message": "audit logs are off"} if {
	count(input._.logging) == 0
}

deny contains {"assertion": "logging", "paths": exports, "message": "the log of connections goes nowhere"} if {
	count(input._.logging) > 0
	not exported("connectionlog")
}

deny contains {"assertion": "user_activity", "paths": exports, "message": "the log of user activity goes nowhere"} if {
	not exported("useractivitylog")
}

deny contains {"assertion": "user_activity", "paths": paths, "message": "the parameter group does not turn on enable_user_activity_logging"} if {
	some paths in warehouse.off("enable_user_activity_logging") | {[sprintf("_.group[%d].parameter", [i])] | some i in warehouse.silent("enable_user_activity_logging")}
}

deny contains {"assertion": "user_activity", "paths": ["cluster_parameter_group_name"], "message": "the default parameter group does not turn on enable_user_activity_logging"} if {
	default_group
}

# A group that nothing declares is most likely another stack's.
deny contains {"assertion": "user_activity", "paths": ["cluster_parameter_group_name", "_.group"], "message": "there is no parameter group of this name"} if {
	count(input._.group) == 0
	not default_group
}
