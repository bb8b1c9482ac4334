# METADATA
# title: Databases with PHI copy their tags to snapshots
# description: A snapshot without its database's tags no longer says that it holds PHI, so that whoever goes by tags overlooks it.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
# custom:
#   id: HIPAA-RDS-018
#   severity: low
#   citations: ["164.310(d)(2)(iii)", "164.308(a)(1)(ii)(B)"]
#   resources:
#     aws_db_instance: &reads {copy_tags_to_snapshot: bool}
#     aws_rds_cluster: *reads
#   remediation: Set copy_tags_to_snapshot = true.
package hipaactl.aws.rds.snapshot_tags

deny contains {"paths": ["copy_tags_to_snapshot"], "message": "snapshots of this database that holds PHI do not carry its tags"} if {
	input._.phi == "yes"
	not input.copy_tags_to_snapshot
}

not_applicable contains {"paths": ["_.phi"], "message": "only snapshots of databases that hold PHI have to say so"} if {
	input._.phi != "yes"
}
