# METADATA
# title: Backups of PHI are copied to another Region or account
# description: >-
#   Who takes over an account can delete its backups, and what takes down a Region takes its vaults along. A copy elsewhere survives
#   both. A plan that takes in PHI needs a rule with a copy to a vault in another Region or account.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CopyAction.html
# custom:
#   id: HIPAA-BKP-004
#   severity: medium
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.310(d)(2)(iv)"]
#   resources: {aws_backup_plan: {rule: [{copy_action: [{destination_vault_arn: string}]}]}}
#   related:
#     vaults: {type: aws_backup_vault, on: arn = rule.copy_action.destination_vault_arn, more: helps}
#   remediation: Give a rule of the plan a copy_action whose destination_vault_arn is that of a vault, best a locked one, in another Region or account.
package hipaactl.aws.backup.copies

# destinations are the ARNs of vaults that backups are copied to, with the colons of tokens
# taken out.
destinations := [replace(copy.destination_vault_arn, "ref:", "ref.") |
	some rule in input.rule
	some copy in rule.copy_action
	is_string(copy.destination_vault_arn)
]

# far are the destinations of which it is certain that they are elsewhere, near those that are here.
far contains destination if {
	some destination in destinations
	region := split(destination, ":")[3]
	regex.match(`^[a-z]+(-[a-z]+)+-\d$`, region)
	region != input._.region
}

far contains destination if {
	some destination in destinations
	account := split(destination, ":")[4]
	regex.match(`^\d{12}$`, account)
	account != input._.account
}

# A vault that is referred to is one of the same account.
far contains "a vault in another Region" if {
	referred
	some vault in input._.vaults
	vault._.region != input._.region
}

# referred holds where all vaults are given by reference, so that the list is of these.
referred if {
	count(destinations) > 0
	every destination in destinations { startswith(destination, "ref.") }
}

near contains destination if {
	some destination in destinations
	parts := split(destination, ":")
	parts[3] in {"ref.region.name", object.get(input._, "region", "ref.region.name")}
	parts[4] in {"ref.account.id", object.get(input._, "account", "ref.account.id")}
}

near contains destination if {
	some destination in destinations
	referred
	count(input._.vaults) > 0
	every vault in input._.vaults { vault._.region == input._.region }
}

paths := array.concat(["_.phi", "rule[*].copy_action[*].destination_vault_arn"], [list | referred; list := "_.vaults"])

deny contains {"paths": paths, "message": "no rule of the plan, which takes in PHI, copies backups to another Region or account"} if {
	input._.phi == "yes"
	count(far) == 0
	every destination in destinations { destination in near }
}

unknown contains {"paths": paths, "message": "whether the vault that backups are copied to is in another Region or account"} if {
	input._.phi == "yes"
	count(far) == 0
	some destination in destinations
	not destination in near
}

not_applicable contains {"paths": ["_.phi"], "message": "nothing that is marked as holding PHI is in the plan"} if input._.phi != "yes"
