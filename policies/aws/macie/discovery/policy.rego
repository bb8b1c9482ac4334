# METADATA
# title: Macie looks for PHI in S3
# description: >-
#   PHI ends up in buckets that nobody marked, and what nobody knows of nobody protects. Macie samples all buckets of a Region and says
#   where it found what looks like health data, as long as it is on and discovers by itself.
# related_resources:
#   - https://docs.aws.amazon.com/macie/latest/user/discovery-asdd.html
#   - https://docs.aws.amazon.com/macie/latest/APIReference/macie.html
#   - https://docs.aws.amazon.com/macie/latest/APIReference/automated-discovery-configuration.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/macie2_account
# custom:
#   id: HIPAA-MAC-001
#   severity: medium
#   citations: ["164.308(a)(1)(ii)(A)", "164.312(a)(1)", "164.308(a)(1)(ii)(D)"]
#   scope: region
#   resources:
#     aws_macie2_account: {status: string}
#     aws_macie2_automated_discovery: {status: string}
#   assertions:
#     enabled: {title: Macie is on, reads: [aws_macie2_account]}
#     discovery: {title: Macie discovers sensitive data by itself, reads: [aws_macie2_automated_discovery]}
#   remediation: Declare aws_macie2_account in each Region that has buckets, and turn on automated sensitive data discovery, for which Terraform has no resource.
package hipaactl.aws.macie.discovery

deny contains {"assertion": "enabled", "paths": [path], "message": "Macie is suspended"} if {
	some i, session in input.aws_macie2_account
	session.status != "ENABLED"
	path := sprintf("aws_macie2_account[%d].status", [i])
}

deny contains {"assertion": "enabled", "paths": ["aws_macie2_account"], "message": "Macie is off"} if {
	count(input.aws_macie2_account) == 0
}

deny contains {"assertion": "discovery", "paths": [path], "message": "automated discovery is off"} if {
	some i, discovery in input.aws_macie2_automated_discovery
	discovery.status != "ENABLED"
	path := sprintf("aws_macie2_automated_discovery[%d].status", [i])
}

deny contains {"assertion": "discovery", "paths": ["aws_macie2_automated_discovery"], "message": "Macie is off, and discovers nothing"} if {
	count(input.aws_macie2_automated_discovery) == 0
}

not_applicable contains {"assertion": "discovery", "paths": ["_.source"], "message": "only an account shows whether automated discovery is on"} if {
	input._.source != "live"
}
