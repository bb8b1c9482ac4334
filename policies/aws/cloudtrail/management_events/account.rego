# METADATA
# title: The account has a CloudTrail trail that logs
# description: Without a trail AWS keeps management events for 90 days only, and nobody can examine what happened before.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html
# custom:
#   id: HIPAA-CTR-001
#   severity: critical
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)", "164.308(a)(6)(ii)"]
#   nprm: ["164.312(d)"]
#   scope: account
#   more: helps
#   resources:
#     aws_cloudtrail: {enable_logging: bool}
#   remediation: Declare a trail of the organization or the account with enable_logging = true.
package hipaactl.aws.cloudtrail.management_events_account

logged if {
	some trail in input.aws_cloudtrail
	trail.enable_logging
}

deny contains {"paths": ["aws_cloudtrail"], "message": "no trail of the account logs"} if not logged
