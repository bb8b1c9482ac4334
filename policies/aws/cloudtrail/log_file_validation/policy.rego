# METADATA
# title: CloudTrail validates its log files
# description: >-
#   The digest files that CloudTrail signs show whether a log file was changed or deleted after delivery. Without them
#   the audit log proves nothing.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html
# custom:
#   id: HIPAA-CTR-003
#   severity: high
#   citations: ["164.312(c)(1)", "164.312(c)(2)", "164.312(b)"]
#   resources:
#     aws_cloudtrail: {enable_log_file_validation: bool}
#   remediation: Set enable_log_file_validation = true.
package hipaactl.aws.cloudtrail.log_file_validation

deny contains {"paths": ["enable_log_file_validation"], "message": "log files are not validated"} if {
	not input.enable_log_file_validation
}
