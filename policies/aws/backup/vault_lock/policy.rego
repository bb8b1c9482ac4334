# METADATA
# title: Backups cannot be deleted before their time
# description: >-
#   Whoever holds stolen credentials of an administrator deletes the backups before the data. A lock on the vault keeps
#   recovery points for as long as it says, and in compliance mode nobody can take it away. A policy that denies deletion to
#   everybody, and its own removal, protects as well, until somebody with the root user comes.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html
# custom:
#   id: HIPAA-BKP-003
#   severity: high
#   citations: ["164.308(a)(7)(ii)(A)", "164.312(c)(1)", "164.310(d)(2)(iv)"]
#   resources: {aws_backup_vault: {}}
#   related:
#     lock:
#       type: aws_backup_vault_lock_configuration
#       on: backup_vault_name = name
#       more: helps
#       attributes: {changeable_for_days: number}
#     policies:
#       type: aws_backup_vault_policy
#       on: backup_vault_name = name
#       more: helps
#       attributes: {policy: document}
#   assertions:
#     immutable: {title: A lock or the vault's policy forbids to delete recovery points, reads: []}
#     compliance: {title: Nobody can take the lock of a vault with backups of PHI away, reads: []}
#   remediation: >-
#     Attach an aws_backup_vault_lock_configuration with min_retention_days, and for PHI with changeable_for_days, after which
#     nobody can remove it; or keep a copy in an aws_backup_logically_air_gapped_vault.
package hipaactl.aws.backup.vault_lock

import data.hipaactl.lib.iam

# weakening are the actions that delete backups, let them expire early, or undo the policy that forbids it.
weakening := {
	"backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle",
	"backup:PutBackupVaultAccessPolicy", "backup:DeleteBackupVaultAccessPolicy",
}

# forbidden holds for a policy that denies all of them to everybody, always and everywhere.
forbidden(document) if {
	every action in weakening {
		some statement in document.Statement
		statement.Effect == "Deny"
		iam.anyone(statement)
		iam.covers(statement, action)
		"*" in statement.Resource
		count(object.get(statement, "Condition", {})) == 0
	}
}

protected if count(input._.lock) > 0

protected if {
	some attached in input._.policies
	forbidden(attached.policy)
}

deny contains {
	"assertion": "immutable",
	"paths": ["_.lock", "_.policies[*].policy"],
	"message": "the vault has no lock, and no policy denies everybody to delete recovery points, to shorten their life and to change the policy",
} if {
	not protected
}

for_good if {
	some lock in input._.lock
	lock.changeable_for_days >= 0
}

deny contains {"assertion": "compliance", "paths": ["_.lock[*].changeable_for_days"], "message": "the vault holds backups of PHI and has no lock in compliance mode"} if {
	input._.phi == "yes"
	not for_good
}

not_applicable contains {"assertion": "compliance", "paths": ["_.phi"], "message": "only vaults that hold backups of PHI need a lock that nobody can take away"} if {
	input._.phi != "yes"
}
