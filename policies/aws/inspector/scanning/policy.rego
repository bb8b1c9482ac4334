# METADATA
# title: What Inspector finds is repaired in time
# description: >-
#   A hole that is known and stays open is what attackers look for. Where PHI is held the limits are those that the proposed rule of
#   2025 sets for installing patches: 15 days for critical risks, 30 for high ones.
# related_resources:
#   - https://docs.aws.amazon.com/inspector/latest/user/findings-understanding-severity.html
#   - https://docs.aws.amazon.com/inspector/v2/APIReference/API_Finding.html
# custom:
#   id: HIPAA-INS-001
#   severity: {default: info, phi: high}
#   citations: ["164.308(a)(1)(ii)(A)", "164.308(a)(1)(ii)(B)", "164.308(a)(5)(ii)(B)", "164.308(a)(8)"]
#   nprm: ["164.312(h)(2)(i)"]
#   resources:
#     aws_instance: {}
#     aws_ecr_repository: {}
#     aws_lambda_function: {}
#   related:
#     findings:
#       type: aws_inspector2_finding
#       on: resource_arn = arn
#       attributes: {severity: string, first_observed_at: string}
#   params:
#     critical_days: {type: number, default: 15, unit: days, stricter: lower, source: "the rule proposed on 2025-01-06, which is not law"}
#     high_days: {type: number, default: 30, unit: days, stricter: lower, source: "the rule proposed on 2025-01-06, which is not law"}
#   remediation: Install the versions that the finding names, or suppress the finding where the risk is accepted and say why.
package hipaactl.aws.inspector.scanning

import data.hipaactl.lib.age

limits := {"CRITICAL": data.params.critical_days, "HIGH": data.params.high_days}

path(i) := [sprintf("_.findings[%d].%s", [i, name]) | some name in ["severity", "first_observed_at"]]

deny contains {"paths": path(i), "message": message} if {
	input._.source == "live"
	some i, finding in input._.findings
	age.days(finding.first_observed_at) > limits[finding.severity]
	message := sprintf("a %s finding is open for more than %v days", [lower(finding.severity), limits[finding.severity]])
}

unknown contains {"paths": path(i), "message": "how long a finding is open"} if {
	input._.source == "live"
	some i, finding in input._.findings
	not age.days(finding.first_observed_at)
}

not_applicable contains {"paths": ["_.source"], "message": "only an account has findings"} if input._.source != "live"
