# METADATA
# title: DynamoDB tables have point-in-time recovery
# description: Without point-in-time recovery a bad write or a deletion in a table can only be undone as far as someone happened to make a backup.
# related_resources:
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html
# custom:
#   id: HIPAA-DDB-002
#   severity: {default: medium, phi: high}
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.310(d)(2)(iv)", "164.312(c)(1)"]
#   resources: {aws_dynamodb_table: {point_in_time_recovery: [{enabled: bool}]}}
#   remediation: Add point_in_time_recovery { enabled = true } to the table.
package hipaactl.aws.dynamodb.point_in_time_recovery

recoverable if {
	some recovery in input.point_in_time_recovery
	recovery.enabled
}

deny contains {"paths": ["point_in_time_recovery[*].enabled"], "message": "point-in-time recovery is off"} if {
	not recoverable
}
