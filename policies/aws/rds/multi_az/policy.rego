# METADATA
# title: Databases run in more than one Availability Zone
# description: With one instance in one zone, the loss of either takes the records out of reach until somebody restores a backup.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster
# custom:
#   id: HIPAA-RDS-006
#   severity: {default: medium, phi: high}
#   citations: ["164.308(a)(7)(i)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)"]
#   resources:
#     aws_db_instance: {multi_az: bool, replicate_source_db: string}
#     aws_rds_cluster: {db_cluster_instance_class: string, engine_mode: string}
#   related:
#     member: {type: aws_rds_cluster_instance, on: cluster_identifier = cluster_identifier, more: helps}
#   remediation: Set multi_az = true, or add a second aws_rds_cluster_instance to the cluster.
package hipaactl.aws.rds.multi_az

instance if input._.type == "aws_db_instance"

deny contains {"paths": ["multi_az", "replicate_source_db"], "message": "the instance runs in one Availability Zone"} if {
	instance
	not input.multi_az
	not input.replicate_source_db
}

# A cluster with a class of its own is a Multi-AZ cluster of RDS: it has three instances.
deny contains {
	"paths": ["db_cluster_instance_class", "engine_mode", "_.member"],
	"message": "the cluster has fewer than two instances",
} if {
	not instance
	not input.db_cluster_instance_class
	not input.engine_mode == "serverless"
	count(input._.member) < 2
}

not_applicable contains {"paths": ["replicate_source_db"], "message": "a read replica is not what has to stay up"} if {
	instance
	input.replicate_source_db
}

not_applicable contains {"paths": ["engine_mode"], "message": "Aurora Serverless v1 moves to another zone by itself"} if {
	not instance
	input.engine_mode == "serverless"
}
