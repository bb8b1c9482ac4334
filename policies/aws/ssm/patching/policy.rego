# METADATA
# title: Managed nodes are compliant
# description: >-
#   A node that lacks a patch is open to what the patch repairs. Systems Manager tells of each node whether its patches and
#   associations are as they should be; what the age of a missing patch is does not excuse it here.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-compliance.html
#   - https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ResourceComplianceSummaryItem.html
# custom:
#   id: HIPAA-SSM-003
#   severity: high
#   citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(5)(ii)(B)", "164.308(a)(8)"]
#   nprm: ["164.308(a)(4)"]
#   resources: {aws_ssm_resource_compliance: {compliance_type: string, status: string}}
#   assertions:
#     compliant: {title: The node's patches and associations are compliant}
#   remediation: Associate AWS-RunPatchBaseline with Operation = Install on a schedule, and see why what is associated fails.
package hipaactl.aws.ssm.patching

judged := {"Patch": "patches are missing or failed to install", "Association": "an association of the node failed or is late"}

deny contains {"assertion": "compliant", "paths": ["compliance_type", "status"], "message": judged[input.compliance_type]} if {
	input.status == "NON_COMPLIANT"
}

not_applicable contains {"assertion": "compliant", "paths": ["compliance_type"], "message": "a kind of compliance of your own"} if {
	not judged[input.compliance_type]
}
