# METADATA
# title: Log groups that hold PHI mask it
# description: >-
#   What an application logs is read by more people than its records. A data protection policy masks what has the form of an identifier
#   of patients or of their insurance for everybody without the permission to see it. The policy may be the group's, or the account's in the Region.
#   Groups of the classes for logs that are rarely read or only delivered cannot mask.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protect-sensitive-log-data-types-health.html
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-data-protection-policies.html
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html
# custom:
#   id: HIPAA-CWL-003
#   severity: medium
#   citations: ["164.312(a)(1)", "164.312(b)"]
#   resources: {aws_cloudwatch_log_group: {log_group_class: string}}
#   related:
#     own: {type: aws_cloudwatch_log_data_protection_policy, on: log_group_name = name, more: helps, attributes: {policy_document: string}}
#     account: {type: aws_cloudwatch_log_account_policy, on: region, more: helps, elsewhere: true, attributes: {policy_type: string, policy_document: string}}
#   remediation: >-
#     Attach an aws_cloudwatch_log_data_protection_policy with a Deidentify statement for identifiers such as Ssn-US, HealthInsuranceClaimNumber-US and
#     MedicareBeneficiaryNumber-US, or a custom one for record numbers, to a group of the class STANDARD.
package hipaactl.aws.logs.masking

documents contains policy.policy_document if some policy in input._.own

documents contains policy.policy_document if {
	some policy in input._.account
	policy.policy_type == "DATA_PROTECTION_POLICY"
}

# masked holds where a policy masks identifiers of patients: managed ones of AWS, or one of your own,
# which a statement calls by its name.
masked if {
	some text in documents
	json.is_valid(text)
	some statement in json.unmarshal(text).Statement
	is_object(statement.Operation.Deidentify)
	some identifier in statement.DataIdentifier
	of_patients(identifier)
}

# Those of medicines, treatments and physicians, which AWS counts as PHI as well, tell of no patient.
of_patients(identifier) if regex.match(
	`:data-identifier/(Ssn|HealthInsurance(Card|Claim)?Number|MedicareBeneficiaryNumber|NhsNumber|PersonalHealthNumber)-[A-Z]{2}$`,
	identifier,
)

of_patients(identifier) if regex.match(`^[A-Za-z0-9_-]+$`, identifier)

deny contains {"paths": ["_.phi", "_.own[*].policy_document", "_.account[*].policy_document", "_.account[*].policy_type"], "message": message} if {
	input._.phi == "yes"
	not masked
	message := "the log group holds PHI, and no data protection policy masks identifiers of patients"
}

# An account's policy does not reach a group of another class, and AWS refuses one of its own.
deny contains {"paths": ["_.phi", "log_group_class"], "message": "the log group holds PHI, and is of a class that cannot mask"} if {
	input._.phi == "yes"
	not object.get(input, "log_group_class", "") in {"", "STANDARD"}
}

not_applicable contains {"paths": ["_.phi"], "message": "only log groups that hold PHI are asked"} if input._.phi != "yes"
