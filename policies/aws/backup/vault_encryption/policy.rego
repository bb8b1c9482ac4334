# METADATA
# title: Backups are encrypted, those of PHI with a customer managed key
# description: >-
#   A backup is as sensitive as what it was made of. A vault without a key of its own has the one that AWS manages, which no key
#   policy of yours guards, and where the service encrypts backups as their source, an unencrypted source makes an unencrypted copy.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RecoveryPointByBackupVault.html
# custom:
#   id: HIPAA-BKP-002
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.310(d)(2)(iv)"]
#   resources: {aws_backup_vault: {kms_key_arn: string}}
#   related:
#     status: {type: aws_backup_vault_status, on: backup_vault_name = name, attributes: {unencrypted_recovery_points: number}}
#     key: {type: aws_kms_key, on: arn = kms_key_arn, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_arn, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_arn, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_arn, attributes: {name: string}}
#   assertions:
#     customer_key:
#       title: A vault that holds backups of PHI has a customer managed key
#       reads: [kms_key_arn, _.key, _.imported_key, _.replica_key]
#     recovery_points: {title: Every recovery point is encrypted, reads: ["_.status[*].unencrypted_recovery_points"]}
#   remediation: Give the vault a kms_key_arn of your own, encrypt the source of unencrypted recovery points, and let these expire or copy them to the vault.
package hipaactl.aws.backup.vault_encryption

import data.hipaactl.lib.kms_key

deny contains {"assertion": "customer_key", "paths": paths, "message": "the vault holds backups of PHI and has no customer managed key"} if {
	input._.phi == "yes"
	some paths in kms_key.unkeyed_at(object.get(input, "kms_key_arn", ""), "kms_key_arn")
}

not_applicable contains {"assertion": "customer_key", "paths": ["_.phi"], "message": "only vaults that hold backups of PHI need a customer managed key"} if {
	input._.phi != "yes"
}

deny contains {"assertion": "recovery_points", "paths": [path], "message": "a recovery point in the vault is not encrypted"} if {
	some i, status in input._.status
	status.unencrypted_recovery_points > 0
	path := sprintf("_.status[%d].unencrypted_recovery_points", [i])
}

unknown contains {"assertion": "recovery_points", "paths": ["_.status"], "message": "whether the recovery points are encrypted"} if {
	input._.source == "live"
	count(input._.status) == 0
}

not_applicable contains {"assertion": "recovery_points", "paths": ["_.source"], "message": "only an account shows what is in a vault"} if {
	input._.source != "live"
}
