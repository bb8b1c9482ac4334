package hipaactl.aws.ssm.patching_test

import data.hipaactl.aws.ssm.patching as policy
import data.hipaactl.aws.ssm.patching_account as account

test_compliance if {
	every kind in ["Patch", "Association"] {
		count(policy.deny) == 1 with input as {"compliance_type": kind, "status": "NON_COMPLIANT"}
		count(policy.deny) == 0 with input as {"compliance_type": kind, "status": "COMPLIANT"}
	}
	count(policy.not_applicable) == 1 with input as {"compliance_type": "Custom:Antivirus", "status": "NON_COMPLIANT"}
}

whole(associations, tasks) := {"_": {"source": "code"}, "aws_instance": [{}], "aws_ssm_association": associations, "aws_ssm_maintenance_window_task": tasks}

test_installed if {
	count(account.deny) == 1 with input as whole([], [])
	count(account.deny) == 1 with input as whole([{"name": "AWS-UpdateSSMAgent"}], [{"task_arn": "arn:aws:lambda:us-east-1:111122223333:function:x"}])
	count(account.deny) == 0 with input as whole([{"name": "AWS-RunPatchBaseline"}], [])
	count(account.deny) == 0 with input as whole([], [{"task_arn": "AWS-RunPatchBaseline"}])
	count(account.not_applicable) == 0 with input as whole([], [])
	count(account.not_applicable) == 1 with input as object.union(whole([], []), {"aws_instance": []})
	count(account.not_applicable) == 1 with input as object.union(whole([], []), {"_": {"source": "live"}})
}
