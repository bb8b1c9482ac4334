# METADATA
# title: OpenSearch domains lie inside a VPC
# description: >-
#   A domain outside of a VPC has an endpoint on the internet, and an access policy for everybody leaves nothing before the
#   documents but what the network lets through.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
# custom:
#   id: HIPAA-OSS-004
#   severity: high
#   citations: ["164.312(a)(1)", "164.312(e)(1)"]
#   resources: {aws_opensearch_domain: {access_policies: document, vpc_options: [{subnet_ids: [string]}]}}
#   related:
#     policies: {type: aws_opensearch_domain_policy, on: domain_name = domain_name, attributes: {access_policies: document}}
#   assertions:
#     vpc:
#       title: The domain has no endpoint on the internet
#       reads: ["vpc_options[*].subnet_ids"]
#     access:
#       title: The access policy does not let everybody in
#       reads: [access_policies, "_.policies[*].access_policies"]
#   remediation: Add vpc_options, for which a public domain has to be made anew, and name roles as principals of the access policy.
package hipaactl.aws.opensearch.vpc

import data.hipaactl.lib.documents

inside if {
	some block in input.vpc_options
	count(block.subnet_ids) > 0
}

deny contains {"assertion": "vpc", "paths": ["vpc_options[*].subnet_ids"], "message": "the domain's endpoint is on the internet"} if {
	not inside
}

deny contains {"assertion": "access", "paths": paths, "message": "the access policy lets everybody in, and no condition confines it"} if {
	some paths in documents.public
}
