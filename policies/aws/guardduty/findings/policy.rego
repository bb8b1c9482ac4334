# METADATA
# title: Findings of GuardDuty are dealt with in time
# description: >-
#   A finding of high severity says that something is taken over already. Each has to be looked at, dealt with, and archived; of
#   medium ones, which are often attempts, the same is asked within a limit.
# related_resources:
#   - https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html
#   - https://docs.aws.amazon.com/guardduty/latest/ug/findings_management.html
# custom:
#   id: HIPAA-GRD-003
#   severity: high
#   citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(6)(ii)", "164.308(a)(1)(ii)(B)"]
#   scope: region
#   resources:
#     aws_guardduty_detector: {}
#     aws_guardduty_finding: {severity: number, archived: bool, created_at: string}
#   params:
#     high_severity: {type: number, default: 7, unit: on GuardDuty's scale, stricter: lower, source: where GuardDuty's own scale begins to be high}
#     medium_days: {type: number, default: 30, unit: days, stricter: lower, source: common practice; the Rule names no number}
#   assertions:
#     high: {title: No finding of high severity is open}
#     medium: {title: No finding of medium severity is open for longer than the limit}
#   remediation: Look into each finding, deal with what it shows, and archive it.
package hipaactl.aws.guardduty.findings

import data.hipaactl.lib.age

open contains i if {
	some i, finding in input.aws_guardduty_finding
	not finding.archived
}

high(finding) if finding.severity >= data.params.high_severity

path(i, names) := [sprintf("aws_guardduty_finding[%d].%s", [i, name]) | some name in names]

deny contains {"assertion": "high", "paths": path(i, ["severity", "archived"]), "message": "a finding of high severity is open"} if {
	some i in open
	high(input.aws_guardduty_finding[i])
}

deny contains {"assertion": "medium", "paths": path(i, ["severity", "archived", "created_at"]), "message": message} if {
	some i in open
	finding := input.aws_guardduty_finding[i]
	not high(finding)
	age.days(finding.created_at) > data.params.medium_days
	message := sprintf("a finding of medium severity is open for more than %v days", [data.params.medium_days])
}

unknown contains {"assertion": "medium", "paths": path(i, ["severity", "archived", "created_at"]), "message": "how long a finding of medium severity is open"} if {
	some i in open
	finding := input.aws_guardduty_finding[i]
	not high(finding)
	not age.days(finding.created_at)
}

# Of code there is nothing to tell, nor where nothing looks.
not_applicable contains {"assertion": assertion, "paths": ["_.source"], "message": "only an account has findings"} if {
	input._.source != "live"
	some assertion in ["high", "medium"]
}

not_applicable contains {"assertion": assertion, "paths": ["aws_guardduty_detector"], "message": "GuardDuty does not look for any"} if {
	count(input.aws_guardduty_detector) == 0
	some assertion in ["high", "medium"]
}
