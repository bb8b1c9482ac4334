# METADATA
# title: DynamoDB tables with PHI are protected from deletion
# description: One command, or one resource that falls out of the code, deletes a table that nothing protects.
# related_resources:
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table
# custom:
#   id: HIPAA-DDB-006
#   severity: low
#   citations: ["164.312(c)(1)", "164.310(d)(2)(iv)"]
#   resources:
#     aws_dynamodb_table: {deletion_protection_enabled: bool}
#   remediation: Set deletion_protection_enabled = true.
package hipaactl.aws.dynamodb.deletion_protection

deny contains {"paths": ["deletion_protection_enabled"], "message": "nothing protects this table that holds PHI from being deleted"} if {
	input._.phi == "yes"
	not input.deletion_protection_enabled
}

not_applicable contains {"paths": ["_.phi"], "message": "only tables that hold PHI have to be protected"} if {
	input._.phi != "yes"
}
