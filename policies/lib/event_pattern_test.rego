package hipaactl.lib.event_pattern_test

import data.hipaactl.lib.event_pattern

event := {
	"source": "aws.guardduty",
	"detail-type": "GuardDuty Finding",
	"detail": {"severity": 8, "type": "Recon:EC2/Portscan", "findings": {"Severity": {"Label": "HIGH"}}},
}

matching := [
	{"source": ["aws.guardduty"]},
	{"source": ["aws.securityhub", "aws.guardduty"]},
	{"source": ["aws.guardduty"], "detail-type": ["GuardDuty Finding"]},
	{"source": ["aws.guardduty"], "detail": {"severity": [{"numeric": [">=", 7]}]}},
	{"source": ["aws.guardduty"], "detail": {"severity": [7, 7.0, 8.0]}},
	{"detail": {"severity": [{"numeric": [">", 4, "<=", 8]}]}},
	{"source": [{"prefix": "aws."}]},
	{"source": [{"wildcard": "aws.guard*"}]},
	{"source": [{"equals-ignore-case": "AWS.GuardDuty"}]},
	{"detail": {"type": [{"suffix": "Portscan"}]}},
	{"detail": {"type": [{"exists": true}], "archived": [{"exists": false}]}},
	{"source": [{"anything-but": "aws.s3"}]},
	{"source": [{"anything-but": ["aws.s3", "aws.ec2"]}]},
	{"source": [{"anything-but": {"prefix": "com."}}]},
	{"source": [{"anything-but": {"suffix": ["x", "z"]}}]},
	{"detail": {"severity": [{"anything-but": 4}]}},
	{"detail": {"findings": {"Severity": {"Label": ["HIGH", "CRITICAL"]}}}},
]

other := [
	{"source": ["aws.securityhub"]},
	{"source": ["aws.guardduty"], "detail": {"severity": [{"numeric": [">", 8]}]}},
	{"source": ["aws.guardduty"], "detail": {"severity": [{"numeric": [">", 4, "<", 8]}]}},
	{"source": ["aws.guardduty"], "detail": {"severity": [4, 5]}},
	{"source": ["aws.guardduty"], "region": ["us-east-1"]},
	{"source": [{"prefix": "com."}]},
	{"source": [{"anything-but": "aws.guardduty"}]},
	{"source": [{"anything-but": ["aws.guardduty", "aws.s3"]}]},
	{"source": [{"anything-but": {"prefix": "aws."}}]},
	{"source": [{"anything-but": {"prefix": ["aws.", "com."]}}]},
	{"missing": [{"anything-but": "x"}]},
	{"detail": {"severity": [{"anything-but": 8}]}},
	{"detail": {"archived": [{"exists": true}]}},
	{"detail": {"type": [{"exists": false}]}},
]

unreadable := [`{`, `[]`, `"x"`, `{}`, `{"$or": [{"source": ["aws.guardduty"]}]}`, `{"source": [{"cidr": "10.0.0.0/8"}]}`, `{"detail": {"$or": [{"severity": [8]}]}}`]

test_matching if {
	every pattern in matching { event_pattern.matches(json.marshal(pattern), event) }
}

test_other if {
	every pattern in other {
		event_pattern.readable(json.marshal(pattern))
		not event_pattern.matches(json.marshal(pattern), event)
	}
}

test_unreadable if {
	every pattern in unreadable {
		not event_pattern.readable(pattern)
		not event_pattern.matches(pattern, event)
	}
}
