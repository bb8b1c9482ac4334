package hipaactl.aws.ecr.image_scanning_test

import data.hipaactl.aws.ecr.image_scanning as policy

repository(name, push, registry) := {"_": {"registry": registry}, "name": name, "image_scanning_configuration": [{"scan_on_push": push}]}

registry(type, frequency, filter) := [{"scan_type": type, "rule": [{"scan_frequency": frequency, "repository_filter": [{"filter": filter}]}]}]

test_repository if {
	count(policy.deny) == 0 with input as repository("app", true, [])
	count(policy.deny) == 1 with input as repository("app", false, [])
	count(policy.deny) == 1 with input as {"_": {"registry": []}, "name": "app"}
}

test_registry if {
	every filter in ["*", "app", "clinic/*", "*/app", "clinic/app", "nic/a"] {
		count(policy.deny) == 0 with input as repository("clinic/app", false, registry("ENHANCED", "CONTINUOUS_SCAN", filter))
		count(policy.deny) == 0 with input as repository("clinic/app", false, registry("BASIC", "SCAN_ON_PUSH", filter))
		count(policy.deny) == 1 with input as repository("clinic/app", false, registry("BASIC", "MANUAL", filter))
	}
	every filter in ["app*", "clinic*p2", "other", "clinic.app"] {
		count(policy.deny) == 1 with input as repository("clinic/app", false, registry("ENHANCED", "CONTINUOUS_SCAN", filter))
	}
}

test_enhanced_scanning_ignores_the_repository if {
	count(policy.deny) == 1 with input as repository("app", true, registry("ENHANCED", "SCAN_ON_PUSH", "other*"))
	count(policy.deny) == 0 with input as repository("app", true, registry("BASIC", "SCAN_ON_PUSH", "other*"))
}

newest(image) := {"_": {"source": "live", "registry": [], "newest": [image]}, "name": "app", "image_scanning_configuration": [{"scan_on_push": true}]}

test_findings if {
	{d.assertion | some d in policy.deny} == {"findings"} with input as newest({"scan_status": "ACTIVE", "critical_findings": 1})
	count(policy.deny) == 0 with input as newest({"scan_status": "COMPLETE", "critical_findings": 0})
	count(policy.unknown) == 0 with input as newest({"scan_status": "COMPLETE", "critical_findings": 0})
	count(policy.unknown) == 1 with input as newest({"scan_status": "FAILED"})
	count(policy.unknown) == 1 with input as newest({})
}

test_nothing_to_find if {
	count(policy.not_applicable) == 1 with input as {"_": {"source": "live", "newest": []}}
	count(policy.not_applicable) == 1 with input as {"_": {"source": "code", "newest": []}}
}
