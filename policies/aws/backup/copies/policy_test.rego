package hipaactl.aws.backup.copies_test

import data.hipaactl.aws.backup.copies as policy

plan(destinations, vaults) := {
	"rule": [{"copy_action": [{"destination_vault_arn": arn}]} | some arn in destinations],
	"_": {"phi": "yes", "region": "us-east-1", "account": "111122223333", "vaults": [{"_": {"region": region}} | some region in vaults]},
}

verdict(of) := "fail" if {
	count(policy.deny) == 1 with input as of
} else := "unknown" if {
	count(policy.unknown) == 1 with input as of
} else := "pass"

here := "arn:aws:backup:us-east-1:111122223333:backup-vault:copies"

test_none if {
	verdict(plan([], [])) == "fail"
	verdict({"rule": [{}], "_": plan([], [])._}) == "fail"
}

test_elsewhere if {
	verdict(plan(["arn:aws:backup:us-west-2:111122223333:backup-vault:copies"], [])) == "pass"
	verdict(plan(["arn:aws:backup:us-east-1:444455556666:backup-vault:copies"], [])) == "pass"
	verdict(plan([here, "arn:aws:backup:us-west-2:ref:account.id:backup-vault:copies"], ["us-east-1"])) == "pass"
	verdict(plan(["ref:aws_backup_vault.arn"], ["us-west-2"])) == "pass"
}

test_here if {
	verdict(plan([here], ["us-east-1"])) == "fail"
	verdict(plan(["arn:aws:backup:ref:region.name:ref:account.id:backup-vault:copies"], [])) == "fail"
	verdict(plan(["ref:aws_backup_vault.arn"], ["us-east-1"])) == "fail"
}

test_not_known if {
	verdict(plan(["ref:aws_backup_vault.arn"], [])) == "unknown"
	nameless := {"phi": "yes", "vaults": [{"_": {}}]}
	verdict({"rule": plan([here], []).rule, "_": nameless}) == "unknown"
	verdict({"rule": plan(["ref:aws_backup_vault.arn"], []).rule, "_": nameless}) == "unknown"
	verdict(plan(["ref:module.arn"], [])) == "unknown"
}

test_without_phi if {
	other := json.patch(plan([], []), [{"op": "replace", "path": "/_/phi", "value": "no"}])
	count(policy.deny) == 0 with input as other
	count(policy.not_applicable) == 1 with input as other
}
