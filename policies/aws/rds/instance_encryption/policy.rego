# METADATA
# title: RDS instances are encrypted at rest
# description: Without storage encryption the database, its snapshots, backups and logs lie readable on the disks that hold them.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
# custom:
#   id: HIPAA-RDS-001
#   severity: critical
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   nprm: ["164.312(b)(2)"]
#   resources: {aws_db_instance: {storage_encrypted: bool}}
#   params:
#     customer_key: {type: bool, default: false, stricter: true, source: 'the Rule names no kind of key; one of your own makes access to it a decision of yours'}
#   remediation: Set storage_encrypted = true. An unencrypted instance must be rebuilt from an encrypted copy of its snapshot.
package hipaactl.aws.rds.instance_encryption

deny contains {"paths": ["storage_encrypted"], "message": "the storage is not encrypted"} if {
	not input.storage_encrypted
}
