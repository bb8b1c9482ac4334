# METADATA
# title: The Glue Data Catalog is encrypted
# description: >-
#   The catalog describes all tables, with values of their partitions, and keeps the passwords of connections. Whoever may read a
#   connection is told its password in the clear unless the catalog is told otherwise.
# related_resources:
#   - https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html
#   - https://docs.aws.amazon.com/glue/latest/dg/encrypt-connection-passwords.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_data_catalog_encryption_settings
# custom:
#   id: HIPAA-GLU-001
#   severity: medium
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   scope: region
#   resources:
#     aws_glue_data_catalog_encryption_settings:
#       data_catalog_encryption_settings:
#         - encryption_at_rest: [{catalog_encryption_mode: string}]
#           connection_password_encryption: [{return_connection_password_encrypted: bool}]
#   assertions:
#     catalog:
#       title: The Data Catalog is encrypted at rest
#       reads: ["aws_glue_data_catalog_encryption_settings[*].data_catalog_encryption_settings[*].encryption_at_rest"]
#     passwords:
#       title: Passwords of connections stay encrypted
#       reads: ["aws_glue_data_catalog_encryption_settings[*].data_catalog_encryption_settings[*].connection_password_encryption"]
#   remediation: >-
#     Declare aws_glue_data_catalog_encryption_settings in the Region with catalog_encryption_mode = "SSE-KMS" and
#     return_connection_password_encrypted = true, each with a key.
package hipaactl.aws.glue.encryption_region

within := "aws_glue_data_catalog_encryption_settings[%d].data_catalog_encryption_settings[*].%s"

deny contains {"assertion": "catalog", "paths": [path], "message": "the Data Catalog is not encrypted"} if {
	some i, settings in input.aws_glue_data_catalog_encryption_settings
	modes := {mode | mode := settings.data_catalog_encryption_settings[_].encryption_at_rest[_].catalog_encryption_mode}
	count(modes & {"SSE-KMS", "SSE-KMS-WITH-SERVICE-ROLE"}) == 0
	path := sprintf(within, [i, "encryption_at_rest[*].catalog_encryption_mode"])
}

deny contains {"assertion": "passwords", "paths": [path], "message": "passwords of connections are shown in the clear"} if {
	some i, settings in input.aws_glue_data_catalog_encryption_settings
	not hides(settings)
	path := sprintf(within, [i, "connection_password_encryption[*].return_connection_password_encrypted"])
}

hides(settings) if settings.data_catalog_encryption_settings[_].connection_password_encryption[_].return_connection_password_encrypted

deny contains {"assertion": assertion, "paths": ["aws_glue_data_catalog_encryption_settings"], "message": "nothing encrypts the Data Catalog"} if {
	count(input.aws_glue_data_catalog_encryption_settings) == 0
	some assertion in ["catalog", "passwords"]
}
