# METADATA
# title: GuardDuty watches every Region
# description: >-
#   GuardDuty looks through audit events, network flows and name look-ups for signs of an attack. It works in each Region by itself,
#   and attackers like the ones that nobody uses.
# related_resources:
#   - https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_regions.html
#   - https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html
# custom:
#   id: HIPAA-GRD-001
#   severity: high
#   citations: ["164.308(a)(5)(ii)(B)", "164.308(a)(1)(ii)(D)", "164.308(a)(5)(ii)(C)", "164.308(a)(6)(i)", "164.308(a)(6)(ii)"]
#   nprm: ["164.312(c)"]
#   scope: region
#   resources: {aws_guardduty_detector: {enable: bool}}
#   remediation: Declare aws_guardduty_detector in each enabled Region, or let the organization's administrator enable it for all accounts.
package hipaactl.aws.guardduty.enabled

deny contains {"paths": [path], "message": "the detector is suspended"} if {
	some i, detector in input.aws_guardduty_detector
	not detector.enable
	path := sprintf("aws_guardduty_detector[%d].enable", [i])
}

deny contains {"paths": ["aws_guardduty_detector"], "message": "there is no detector"} if {
	count(input.aws_guardduty_detector) == 0
}
