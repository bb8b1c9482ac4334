# METADATA
# title: CloudFront encrypts traffic to its origins, and S3 origins admit CloudFront alone
# description: >-
#   Behind the edge the same data travels to the origin. A bucket that a distribution reads without an origin access control
#   or identity has to be public for it. How CloudFront talks to a VPC origin is set at that origin, which is not looked at.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
#   - https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution
# custom:
#   id: HIPAA-CFR-002
#   severity: high
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(a)(1)"]
#   resources:
#     aws_cloudfront_distribution:
#       origin:
#         - origin_access_control_id: string
#           custom_origin_config: [{origin_protocol_policy: string, origin_ssl_protocols: [string]}]
#           s3_origin_config: [{origin_access_identity: string}]
#           vpc_origin_config: [{}]
#   assertions:
#     https:
#       title: Custom origins are reached over HTTPS with TLS 1.2 alone
#     access:
#       title: S3 origins have an origin access control or identity
#   remediation: >-
#     Set origin_protocol_policy = "https-only" and origin_ssl_protocols = ["TLSv1.2"], and give S3 origins an
#     origin_access_control_id of an aws_cloudfront_origin_access_control.
package hipaactl.aws.cloudfront.origins

deny contains {
	"assertion": "https",
	"paths": [sprintf("origin[%d].custom_origin_config[%d].origin_protocol_policy", [i, j])],
	"message": "a custom origin is not reached over HTTPS alone",
} if {
	some i, origin in input.origin
	some j, config in origin.custom_origin_config
	not only_https(config)
}

only_https(config) if config.origin_protocol_policy == "https-only"

deny contains {
	"assertion": "https",
	"paths": [sprintf("origin[%d].custom_origin_config[%d].origin_ssl_protocols[%d]", [i, j, k])],
	"message": sprintf("%s is permitted towards a custom origin", [protocol]),
} if {
	some i, origin in input.origin
	some j, config in origin.custom_origin_config
	some k, protocol in config.origin_ssl_protocols
	protocol in {"SSLv3", "TLSv1", "TLSv1.1"}
}

deny contains {
	"assertion": "access",
	"paths": [
		sprintf("origin[%d].custom_origin_config", [i]), sprintf("origin[%d].vpc_origin_config", [i]),
		sprintf("origin[%d].origin_access_control_id", [i]), sprintf("origin[%d].s3_origin_config[*].origin_access_identity", [i]),
	],
	"message": "an S3 origin has neither an origin access control nor an identity",
} if {
	some i in buckets
	not restricted(input.origin[i])
}

restricted(origin) if origin.origin_access_control_id != ""

restricted(origin) if {
	some config in origin.s3_origin_config
	config.origin_access_identity != ""
}

# buckets are the origins that are neither custom nor in a VPC.
buckets contains i if {
	some i, origin in input.origin
	not served(origin, "custom_origin_config")
	not served(origin, "vpc_origin_config")
}

served(origin, kind) if count(origin[kind]) > 0

unknown contains {
	"assertion": "https",
	"paths": [sprintf("origin[%d].vpc_origin_config", [i])],
	"message": "how CloudFront talks to the VPC origin",
} if {
	some i, origin in input.origin
	served(origin, "vpc_origin_config")
}

not_applicable contains {
	"assertion": "https",
	"paths": ["origin[*].custom_origin_config", "origin[*].vpc_origin_config"],
	"message": "S3 is its only kind of origin",
} if {
	count(buckets) == count(input.origin)
}

not_applicable contains {
	"assertion": "access",
	"paths": ["origin[*].custom_origin_config", "origin[*].vpc_origin_config"],
	"message": "it has no S3 origin",
} if {
	count(buckets) == 0
}
