package hipaactl.aws.ssm.documents_test

import data.hipaactl.aws.ssm.documents as policy
import data.hipaactl.aws.ssm.documents_region as region

shared(accounts) := n if {
	n := count(policy.deny) with input as {"permissions": {"type": "Share", "account_ids": accounts}}
}

test_shared if {
	shared("All") == 1
	shared("444455556666,all") == 1
	shared("444455556666, 777788889999") == 0
	count(policy.deny) == 0 with input as {}
}

id := "/ssm/documents/console/public-sharing-permission"

settings(all) := {"aws_ssm_service_setting": [{"setting_id": name, "setting_value": value} | some name, value in all]}

test_setting if {
	count(region.deny) == 1 with input as settings({id: "Enable"})
	count(region.deny) == 1 with input as settings({concat("", ["arn:aws:ssm:us-east-1:111122223333:servicesetting", id]): "Enable"})
	count(region.deny) == 0 with input as settings({id: "Disable"})
	count(region.unknown) == 0 with input as settings({id: "Disable"})
	count(region.unknown) == 1 with input as settings({"/ssm/parameter-store/default-parameter-tier": "Standard"})
}
