# METADATA
# title: CloudFront serves over HTTPS with TLS 1.2 or newer
# description: >-
#   What a distribution serves in plain text, or over a version of TLS that is no longer approved, can be read on the way.
#   With CloudFront's own certificate, that of *.cloudfront.net, AWS accepts TLS 1.0 whatever is asked for.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html
#   - https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution
# custom:
#   id: HIPAA-CFR-001
#   severity: high
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(e)(2)(i)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_cloudfront_distribution:
#       default_cache_behavior: &behavior [{viewer_protocol_policy: string}]
#       ordered_cache_behavior: *behavior
#       viewer_certificate: [{cloudfront_default_certificate: bool, minimum_protocol_version: string}]
#   params:
#     minimum: {type: number, default: 1.2, unit: version of TLS, stricter: higher, source: NIST SP 800-52 Rev. 2}
#   assertions:
#     https:
#       title: Every cache behavior is for HTTPS or redirects to it
#       reads: [default_cache_behavior, ordered_cache_behavior]
#     tls:
#       title: The security policy permits TLS 1.2 with the ciphers of 2021 or newer
#       reads: [viewer_certificate]
#   remediation: >-
#     Set viewer_protocol_policy = "redirect-to-https" in every cache behavior, and give viewer_certificate an
#     acm_certificate_arn, ssl_support_method = "sni-only" and minimum_protocol_version = "TLSv1.2_2021".
package hipaactl.aws.cloudfront.viewer_tls

deny contains {
	"assertion": "https",
	"paths": [sprintf("%s[%d].viewer_protocol_policy", [list, i])],
	"message": "a cache behavior serves over HTTP",
} if {
	some list in ["default_cache_behavior", "ordered_cache_behavior"]
	some i, behavior in input[list]
	not encrypts(behavior)
}

encrypts(behavior) if behavior.viewer_protocol_policy in {"https-only", "redirect-to-https"}

deny contains {
	"assertion": "tls",
	"paths": ["viewer_certificate[*].cloudfront_default_certificate"],
	"message": "the distribution uses CloudFront's own certificate, with which TLS 1.0 is permitted",
} if {
	own_certificate
}

deny contains {
	"assertion": "tls",
	"paths": ["viewer_certificate[*].minimum_protocol_version"],
	"message": sprintf("the security policy permits TLS older than %v with the ciphers of 2021", [data.params.minimum]),
} if {
	not own_certificate
	not modern
}

own_certificate if {
	some certificate in input.viewer_certificate
	certificate.cloudfront_default_certificate
}

# modern holds for TLSv1.2_2021 and TLSv1.3_2025 and what comes after them. The year names the
# ciphers; those before 2021 include ones in CBC mode.
modern if {
	some certificate in input.viewer_certificate
	some match in regex.find_all_string_submatch_n(`^TLSv(1\.[2-9])_(20\d\d)$`, certificate.minimum_protocol_version, 1)
	to_number(match[1]) >= data.params.minimum
	to_number(match[2]) >= 2021
}
