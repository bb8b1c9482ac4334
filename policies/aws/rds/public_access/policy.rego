# METADATA
# title: Databases are not reachable from the internet
# description: A publicly accessible database has a public address, and only its security groups stand between patient data and the internet.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.Hiding
#   - https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.PublicPrivate.html
# custom:
#   id: HIPAA-RDS-004
#   severity: critical
#   citations: ["164.312(a)(1)", "164.312(e)(1)", "164.308(a)(3)(i)"]
#   nprm: ["164.312(a)(2)(vi)"]
#   resources:
#     aws_db_instance: &reads {publicly_accessible: bool}
#     aws_dms_replication_instance: *reads
#     aws_rds_cluster_instance: *reads
#   remediation: Set publicly_accessible = false and put the database into private subnets.
package hipaactl.aws.rds.public_access

deny contains {"paths": ["publicly_accessible"], "message": "it is publicly accessible"} if {
	input.publicly_accessible
}
