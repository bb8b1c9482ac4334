package hipaactl.aws.macie.discovery_test

import data.hipaactl.aws.macie.discovery as policy

denied := {d.assertion | some d in policy.deny}

skipped := {n.assertion | some n in policy.not_applicable}

account(source, sessions, discoveries) := {
	"_": {"source": source},
	"aws_macie2_account": [{"status": s} | some s in sessions],
	"aws_macie2_automated_discovery": [{"status": s} | some s in discoveries],
}

test_on if {
	denied == set() with input as account("live", ["ENABLED"], ["ENABLED"])
	skipped == set() with input as account("live", ["ENABLED"], ["ENABLED"])
}

test_off if {
	denied == {"enabled", "discovery"} with input as account("live", [], [])
	denied == {"enabled", "discovery"} with input as account("live", ["PAUSED"], ["DISABLED"])
	denied == {"discovery"} with input as account("live", ["ENABLED"], ["DISABLED"])
}

test_code if {
	skipped == {"discovery"} with input as account("code", ["ENABLED"], [])
	"enabled" in denied with input as account("code", ["PAUSED"], [])
}
