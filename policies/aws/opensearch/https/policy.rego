# METADATA
# title: OpenSearch domains want HTTPS with TLS 1.2
# description: >-
#   Unless a domain says otherwise it answers plain HTTP, and TLS 1.0 and 1.1, which have known flaws, as well.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html
#   - https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html
# custom:
#   id: HIPAA-OSS-003
#   severity: high
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(e)(2)(i)"]
#   resources: {aws_opensearch_domain: {domain_endpoint_options: [{enforce_https: bool, tls_security_policy: string}]}}
#   assertions:
#     https:
#       title: The domain answers HTTPS alone
#       reads: ["domain_endpoint_options[*].enforce_https"]
#     tls:
#       title: The domain does not accept TLS before 1.2
#       reads: ["domain_endpoint_options[*].tls_security_policy"]
#   remediation: Set enforce_https = true and tls_security_policy = "Policy-Min-TLS-1-2-2019-07" or a newer one in domain_endpoint_options.
package hipaactl.aws.opensearch.https

enforced if {
	some block in input.domain_endpoint_options
	block.enforce_https
}

# The name of a policy says the lowest version that it permits.
modern if {
	some block in input.domain_endpoint_options
	regex.match(`^Policy-Min-TLS-1-[23]-`, block.tls_security_policy)
}

deny contains {"assertion": "https", "paths": ["domain_endpoint_options[*].enforce_https"], "message": "the domain answers plain HTTP"} if {
	not enforced
}

deny contains {
	"assertion": "tls",
	"paths": ["domain_endpoint_options[*].tls_security_policy"],
	"message": "nothing refuses TLS before 1.2",
} if {
	not modern
}
