# METADATA
# title: Aurora and RDS Multi-AZ clusters are encrypted at rest
# description: A cluster's storage, snapshots and backups lie readable on disk unless the cluster is encrypted when it is made.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html
# custom:
#   id: HIPAA-RDS-002
#   severity: critical
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_rds_cluster: &reads {storage_encrypted: bool}
#     aws_rds_global_cluster: *reads
#   params:
#     customer_key: {type: bool, default: false, stricter: true, source: 'the Rule names no kind of key; one of your own makes access to it a decision of yours'}
#   remediation: Set storage_encrypted = true on the cluster and on its global cluster.
package hipaactl.aws.rds.cluster_encryption

deny contains {"paths": ["storage_encrypted"], "message": "the cluster's storage is not encrypted"} if {
	not input.storage_encrypted
}
