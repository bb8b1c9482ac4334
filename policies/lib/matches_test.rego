package hipaactl.lib.matches_test

import data.hipaactl.lib.matches

test_asked if {
	matches.asked({"kind": "ssn"}, ["*"])
	matches.asked({"kind": "aws-access-token"}, ["aws-*"])
	not matches.asked({"kind": "ssn"}, ["npi"])
	not matches.asked({}, ["*"])
}

test_found if {
	tree := {"matches": [{"class": "phi", "confidence": "low"}, {"class": "phi", "confidence": "high"}]}
	matches.found(tree, "phi", ["medium", "high"]) == {"matches[1].class", "matches[1].confidence"}
	matches.found(tree, "credential", ["high"]) == set()
	matches.found({}, "phi", ["low"]) == set()
}
