# METADATA
# title: Conformance packs for HIPAA are deployed, and met
# description: >-
#   A conformance pack of AWS Config evaluates an account against some dozens of rules after each change, and keeps the results. AWS publishes
#   templates that map such rules to HIPAA and to NIST SP 800-53, to which NIST SP 800-66 maps the Security Rule. Of an account a pack is
#   known by its name, or by the template of AWS that it was made from. Its compliance score is the share of its checks that are met, and falls
#   when something is changed for the worse. The packs hold checks that the Security Rule does not ask for: look at what fails, and decide.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/operational-best-practices-for-hipaa_security.html
#   - https://docs.aws.amazon.com/config/latest/developerguide/compliance-score.html
#   - https://docs.aws.amazon.com/config/latest/APIReference/API_ConformancePackComplianceScore.html
# custom:
#   id: HIPAA-CFG-002
#   severity: low
#   citations: ["164.308(a)(8)", "164.308(a)(1)(ii)(B)"]
#   resources: {aws_config_conformance_pack_status: {name: string, template_document: string, compliance_score: number}}
#   params:
#     minimum_score: {type: number, default: 100, unit: percent, stricter: higher, source: default of hipaactl; the Rule names no number}
#   assertions:
#     compliant: {title: The compliance score of a pack for HIPAA or NIST SP 800-53 is high enough, severity: info, reads: [compliance_score]}
#   remediation: Look at the rules of the pack that are not met in the console of AWS Config, repair what they found, or document why it is accepted.
package hipaactl.aws.config.conformance_pack

import data.hipaactl.lib.conformance_pack

# telling are the attributes that say that the pack is for one of the two.
telling contains attribute if {
	some attribute in ["name", "template_document"]
	conformance_pack.recognised(input[attribute])
}

deny contains {"assertion": "compliant", "paths": ["compliance_score", attribute], "message": message} if {
	some attribute in telling
	input.compliance_score < data.params.minimum_score
	message := sprintf("the compliance score is below %v percent", [data.params.minimum_score])
}

unknown contains {"assertion": "compliant", "paths": ["compliance_score"], "message": "the compliance score: nothing was evaluated yet"} if {
	count(telling) > 0
	object.get(input, "compliance_score", -1) < 0
}

not_applicable contains {"assertion": "compliant", "paths": ["name", "template_document"], "message": "the pack is not for HIPAA or NIST SP 800-53"} if {
	count(telling) == 0
}
