# METADATA
# title: Enhanced monitoring is collected from databases
# description: >-
#   CloudWatch sees a database's host from outside. Enhanced monitoring shows from inside which processes use it, which is what tells an
#   intruder's work, or a failing disk, from a busy day. A cluster may set it for all of its members.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.overview.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster
# custom:
#   id: HIPAA-RDS-016
#   severity: low
#   citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"]
#   resources:
#     aws_db_instance: {monitoring_interval: number}
#     aws_rds_cluster_instance: {monitoring_interval: number}
#     aws_rds_cluster: {monitoring_interval: number, db_cluster_instance_class: string}
#   related:
#     cluster: {type: aws_rds_cluster, on: id = cluster_identifier, more: helps, attributes: {monitoring_interval: number}}
#   remediation: Set monitoring_interval to 60 or less, with a monitoring_role_arn.
package hipaactl.aws.rds.enhanced_monitoring

paths := {
	"aws_db_instance": ["monitoring_interval"],
	"aws_rds_cluster_instance": ["monitoring_interval", "_.cluster[*].monitoring_interval"],
	"aws_rds_cluster": ["monitoring_interval", "db_cluster_instance_class"],
}[input._.type]

monitored if input.monitoring_interval > 0

monitored if {
	input._.type == "aws_rds_cluster_instance"
	some cluster in input._.cluster
	cluster.monitoring_interval > 0
}

deny contains {"paths": paths, "message": "enhanced monitoring is off"} if not monitored

# The instances of an Aurora cluster are resources of their own.
not_applicable contains {"paths": ["db_cluster_instance_class"], "message": "the instances of the cluster are judged"} if {
	input._.type == "aws_rds_cluster"
	not input.db_cluster_instance_class
}
