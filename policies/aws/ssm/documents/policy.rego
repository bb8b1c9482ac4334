# METADATA
# title: Documents of Systems Manager are private
# description: A document shows how systems are run, and often names them. One that is shared with all is read by every AWS account.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html
#   - https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ModifyDocumentPermission.html
# custom:
#   id: HIPAA-SSM-002
#   severity: high
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(C)"]
#   resources: {aws_ssm_document: {permissions: map(string)}}
#   remediation: Remove All from the document's permissions and name the accounts that need it, and block public sharing in the Region's setting.
package hipaactl.aws.ssm.documents

deny contains {"paths": ["permissions.account_ids"], "message": "the document is shared with every AWS account"} if {
	some account in split(input.permissions.account_ids, ",")
	lower(trim_space(account)) == "all"
}
