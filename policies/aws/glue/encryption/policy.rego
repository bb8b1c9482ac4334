# METADATA
# title: Glue jobs, crawlers and connections are encrypted
# description: >-
#   A job writes what it works on to buckets, logs and bookmarks, and reads it over connections. Without a security configuration and
#   without TLS all of it is in the clear.
# related_resources:
#   - https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html
#   - https://docs.aws.amazon.com/glue/latest/dg/connection-properties.html
#   - https://docs.aws.amazon.com/glue/latest/webapi/API_ConnectionInput.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_security_configuration
# custom:
#   id: HIPAA-GLU-001
#   severity: medium
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   resources:
#     aws_glue_job: &run {security_configuration: string}
#     aws_glue_crawler: *run
#     aws_glue_security_configuration:
#       encryption_configuration:
#         - s3_encryption: [{s3_encryption_mode: string}]
#           cloudwatch_encryption: [{cloudwatch_encryption_mode: string}]
#           job_bookmarks_encryption: [{job_bookmarks_encryption_mode: string}]
#     aws_glue_connection: {connection_type: string, connection_properties: map(string)}
#   assertions:
#     configured: {title: The job or crawler has a security configuration, reads: [security_configuration]}
#     encrypted: {title: The security configuration encrypts all that it can, reads: [encryption_configuration]}
#     transport: {title: The connection asks for TLS, reads: [connection_type, connection_properties]}
#   remediation: >-
#     Declare an aws_glue_security_configuration with SSE-KMS and CSE-KMS, name it in each job and crawler, and give JDBC connections
#     JDBC_ENFORCE_SSL = "true".
package hipaactl.aws.glue.encryption

runs if input._.type in {"aws_glue_job", "aws_glue_crawler"}

connects if input._.type == "aws_glue_connection"

configures if input._.type == "aws_glue_security_configuration"

deny contains {"assertion": "configured", "paths": ["security_configuration"], "message": "it has no security configuration"} if {
	runs
	object.get(input, "security_configuration", "") == ""
}

# modes are those that encrypt, by the blocks of a security configuration.
modes := {
	"s3_encryption": {"SSE-KMS", "SSE-S3"},
	"cloudwatch_encryption": {"SSE-KMS"},
	"job_bookmarks_encryption": {"CSE-KMS"},
}

kept := {
	"s3_encryption": "what jobs write to S3",
	"cloudwatch_encryption": "what jobs log",
	"job_bookmarks_encryption": "what jobs remember between runs",
}

deny contains {"assertion": "encrypted", "paths": [path], "message": sprintf("%s is not encrypted", [kept[block]])} if {
	configures
	some block, encrypting in modes
	attribute := sprintf("%s_mode", [block])
	count({mode | mode := input.encryption_configuration[_][block][_][attribute]} & encrypting) == 0
	path := sprintf("encryption_configuration[*].%[1]s[*].%[1]s_mode", [block])
}

# Where nothing is said, a connection is one of JDBC.
type := upper(object.get(input, "connection_type", "JDBC"))

# Kafka is reached over TLS unless a connection says otherwise.
said(property, otherwise) := lower(object.get(input, ["connection_properties", property], otherwise))

deny contains {"assertion": "transport", "paths": ["connection_properties.JDBC_ENFORCE_SSL", "connection_type"], "message": "the connection does not insist on TLS"} if {
	connects
	type == "JDBC"
	said("JDBC_ENFORCE_SSL", "false") != "true"
}

deny contains {"assertion": "transport", "paths": ["connection_properties.KAFKA_SSL_ENABLED", "connection_type"], "message": "the brokers are reached without TLS"} if {
	connects
	type == "KAFKA"
	said("KAFKA_SSL_ENABLED", "true") != "true"
}

# safe are the types of connections that name a network alone, or an application or a service that Glue reaches over HTTPS.
# https://docs.aws.amazon.com/glue/latest/webapi/API_Connection.html
safe := {
	"NETWORK",
	"ADOBEANALYTICS", "ASANA", "AZURECOSMOS", "BIGQUERY", "BLACKBAUD", "BLACKBAUDRAISEREDGENXT", "CIRCLECI", "CLOUDWATCH", "CLOUDWATCHMETRICS",
	"DATADOG", "DOCUSIGNMONITOR", "DOMO", "DYNAMODB", "DYNATRACE", "FACEBOOKADS", "FACEBOOKPAGEINSIGHTS", "FRESHDESK", "FRESHSALES", "GITLAB",
	"GOOGLEADS", "GOOGLEANALYTICS4", "GOOGLECLOUDSTORAGE", "GOOGLESEARCHCONSOLE", "GOOGLESHEETS", "HUBSPOT", "INSTAGRAMADS", "INTERCOM", "JIRACLOUD",
	"KUSTOMER", "LINKEDIN", "MAILCHIMP", "MARKETO", "MICROSOFTDYNAMIC365FINANCEANDOPS", "MICROSOFTDYNAMICS365CRM", "MICROSOFTTEAMS", "MIXPANEL",
	"MONDAY", "NETSUITEERP", "OKTA", "PAYPAL", "PENDO", "PIPEDIVE", "PIPEDRIVE", "PRODUCTBOARD", "QUICKBOOKS", "SALESFORCE", "SALESFORCECOMMERCECLOUD",
	"SALESFORCEMARKETINGCLOUD", "SALESFORCEPARDOT", "SAPCONCUR", "SENDGRID", "SERVICENOW", "SLACK", "SMARTSHEET", "SNAPCHATADS", "SNOWFLAKE", "STRIPE",
	"TIMESTREAM", "TWILIO", "VIEW_VALIDATION_ATHENA", "WOOCOMMERCE", "ZENDESK", "ZOHOCRM", "ZOOM",
}

unknown contains {"assertion": "transport", "paths": ["connection_type"], "message": "whether the connector or the address of the database asks for TLS"} if {
	connects
	not type in (safe | {"JDBC", "KAFKA"})
}

not_applicable contains {"assertion": "transport", "paths": ["connection_type"], "message": "it names a network alone, or Glue reaches the service over HTTPS"} if {
	connects
	type in safe
}

not_applicable contains {"assertion": "configured", "paths": ["_.type"], "message": "this is asked of jobs and crawlers"} if not runs

not_applicable contains {"assertion": "encrypted", "paths": ["_.type"], "message": "this is asked of security configurations"} if not configures

not_applicable contains {"assertion": "transport", "paths": ["_.type"], "message": "this is asked of connections"} if not connects
