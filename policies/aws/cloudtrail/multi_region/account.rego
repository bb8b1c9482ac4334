# METADATA
# title: The account has a CloudTrail trail for every Region
# description: Whoever holds stolen credentials works in a Region that nobody watches.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html
# custom:
#   id: HIPAA-CTR-002
#   severity: high
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)", "164.308(a)(6)(ii)"]
#   scope: account
#   more: helps
#   resources:
#     aws_cloudtrail: {enable_logging: bool, is_multi_region_trail: bool}
#   remediation: Declare a trail with is_multi_region_trail = true and enable_logging = true.
package hipaactl.aws.cloudtrail.multi_region_account

covered if {
	some trail in input.aws_cloudtrail
	trail.enable_logging
	trail.is_multi_region_trail
}

deny contains {"paths": ["aws_cloudtrail"], "message": "no trail of the account logs every Region"} if not covered
