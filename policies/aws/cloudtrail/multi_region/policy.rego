# METADATA
# title: CloudTrail covers every Region
# description: >-
#   Whoever holds stolen credentials works in a Region that nobody watches. A trail for a single Region is in order where
#   another trail of the account that logs covers all of them.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html
# custom:
#   id: HIPAA-CTR-002
#   severity: high
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)", "164.308(a)(6)(ii)"]
#   resources:
#     aws_cloudtrail: &trail {enable_logging: bool, is_multi_region_trail: bool}
#   related:
#     trails: {type: aws_cloudtrail, on: account, more: helps, attributes: *trail}
#   remediation: Set is_multi_region_trail = true on a trail with enable_logging = true.
package hipaactl.aws.cloudtrail.multi_region

everywhere(trail) if {
	trail.enable_logging
	trail.is_multi_region_trail
}

covered if everywhere(input)

covered if {
	some trail in input._.trails
	everywhere(trail)
}

deny contains {"paths": paths, "message": "neither this trail nor another of the account logs every Region"} if {
	not covered
	paths := ["is_multi_region_trail", "enable_logging", "_.trails[*].is_multi_region_trail", "_.trails[*].enable_logging"]
}
