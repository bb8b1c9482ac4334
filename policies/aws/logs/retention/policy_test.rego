package hipaactl.aws.logs.retention_test

import data.hipaactl.aws.logs.retention as policy

params := {"minimum_days": 365, "documentation_days": 2190}

denied(group) := asserted if {
	asserted := {d.assertion | some d in policy.deny} with input as group with data.params as params
}

group(days, phi, trails) := {"retention_in_days": days, "_": {"phi": phi, "trails": trails}}

trail(retention) := {"_": {"bucket": [{"_": {"lock": [{"rule": [{"default_retention": [retention]}]}]}}]}}

test_minimum if {
	denied(group(365, "unmarked", [])) == set()
	denied(group(364, "unmarked", [])) == {"minimum"}
	denied(group(0, "yes", [trail({})])) == set()
}

test_phi if {
	denied(group(2192, "yes", [])) == set()
	denied(group(1827, "yes", [])) == {"documentation"}
	denied(group(30, "yes", [])) == {"minimum", "documentation"}
}

test_trail if {
	denied(group(2192, "no", [trail({})])) == set()
	denied(group(1827, "no", [trail({})])) == {"documentation"}
	denied(group(1827, "no", [{"_": {"bucket": []}}])) == {"documentation"}
	denied(group(1827, "no", [trail({"mode": "COMPLIANCE", "days": 2190})])) == set()
	denied(group(1827, "no", [trail({"mode": "GOVERNANCE", "years": 6})])) == set()
	denied(group(1827, "no", [trail({"mode": "COMPLIANCE", "days": 2189})])) == {"documentation"}
	denied(group(1827, "no", [trail({"mode": "COMPLIANCE", "years": 7}), trail({})])) == {"documentation"}
}

test_not_applicable if {
	count(policy.not_applicable) == 1 with input as group(30, "unmarked", [])
	count(policy.not_applicable) == 0 with input as group(30, "yes", [])
	count(policy.not_applicable) == 0 with input as group(30, "no", [trail({})])
}
