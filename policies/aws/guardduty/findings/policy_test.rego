package hipaactl.aws.guardduty.findings_test

import data.hipaactl.aws.guardduty.findings as policy

params := {"high_severity": 7, "medium_days": 30}

region(source, findings) := {"aws_guardduty_detector": [{}], "aws_guardduty_finding": findings, "_": {"source": source}}

finding(severity, archived, created) := {"severity": severity, "archived": archived, "created_at": created}

denied(findings) := asserted if {
	asserted := {d.assertion | some d in policy.deny} with input as region("live", findings) with data.params as params with data.now as "2026-03-01T12:00:00Z"
}

test_none if denied([]) == set()

test_high if {
	denied([finding(7, false, "2026-03-01T11:00:00Z")]) == {"high"}
	denied([finding(8.5, true, "2026-01-01T00:00:00Z")]) == set()
}

test_medium if {
	denied([finding(6.9, false, "2026-02-01T00:00:00Z")]) == set()
	denied([finding(5, false, "2026-01-29T00:00:00.123Z")]) == {"medium"}
	denied([finding(5, true, "2026-01-01T00:00:00Z")]) == set()
}

test_time_that_cannot_be_read if {
	odd := region("live", [finding(5, false, "yesterday")])
	{u.assertion | some u in policy.unknown} == {"medium"} with input as odd with data.params as params with data.now as "2026-03-01T12:00:00Z"
}

test_not_applicable if {
	count(policy.not_applicable) == 0 with input as region("live", [])
	{n.assertion | some n in policy.not_applicable} == {"high", "medium"} with input as region("code", [])
	off := object.union(region("live", []), {"aws_guardduty_detector": []})
	{n.assertion | some n in policy.not_applicable} == {"high", "medium"} with input as off
}
