package hipaactl.aws.backup.vault_lock_test

import data.hipaactl.aws.backup.vault_lock as policy

failed(phi, locks, policies) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as {"_": {"phi": phi, "lock": locks, "policies": policies}}
}

all := ["backup:Delete*", "backup:UpdateRecoveryPointLifecycle", "backup:PutBackupVaultAccessPolicy"]

document(overrides) := {"policy": {"Statement": [object.union(
	{"Effect": "Deny", "Principal": {"AWS": ["*"]}, "Action": all, "Resource": ["*"]},
	overrides,
)]}}

test_locked if {
	failed("no", [{}], []) == set()
	failed("yes", [{"changeable_for_days": 3}], []) == set()
	failed("yes", [{"changeable_for_days": 0}], []) == set()
	failed("yes", [{}], []) == {"compliance"}
}

test_nothing if {
	failed("no", [], []) == {"immutable"}
	failed("yes", [], []) == {"immutable", "compliance"}
}

test_policy if {
	failed("no", [], [document({})]) == set()
	every overrides in [
		{"Effect": "Allow"}, {"Principal": {"AWS": ["arn:aws:iam::111122223333:role/ops"]}}, {"Action": ["backup:DeleteRecoveryPoint"]},
		{"Resource": ["arn:aws:ec2:*::snapshot/*"]}, {"Condition": {"StringNotEquals": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/ops"]}}},
	] {
		failed("no", [], [document(overrides)]) == {"immutable"}
	}
}

test_without_phi if {
	{n.assertion | some n in policy.not_applicable} == {"compliance"} with input as {"_": {"phi": "unmarked", "lock": [], "policies": []}}
}
