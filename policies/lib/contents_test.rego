package hipaactl.lib.contents_test

import data.hipaactl.lib.contents

password := {"class": "credential", "kind": "password-assignment", "confidence": "medium", "masked": "[password-assignment]"}

number := {"class": "phi", "kind": "ssn", "confidence": "high", "masked": "***-**-****"}

list := [null, password, number]

told(classes, confidence, kinds) := places if {
	places := contents.told(list, classes) with data.params as {"confidence": confidence, "kinds": kinds}
}

test_told if {
	told({"credential", "phi"}, ["medium", "high"], ["*"]) == {1, 2}
	told({"credential"}, ["medium", "high"], ["*"]) == {1}
	told({"credential", "phi"}, ["high"], ["*"]) == {2}
	told({"credential", "phi"}, ["medium", "high"], ["password-*"]) == {1}
}

test_said if {
	contents.said(list, {1, 2}) == "a credential (password-assignment, medium confidence) and what names a patient (ssn, high confidence)"
	contents.at("user_data", {1, 2}) == ["user_data[1]", "user_data[2]"]
}
