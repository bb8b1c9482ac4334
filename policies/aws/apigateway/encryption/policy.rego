# METADATA
# title: API Gateway encrypts traffic and caches
# description: >-
#   A backend behind HTTP integrations knows API Gateway by its client certificate, a cache holds answers with whatever
#   stands in them, and a custom domain accepts what its security policy permits. Where a domain's policy is left out, the
#   service chooses one.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_domain_name
# custom:
#   id: HIPAA-API-003
#   severity: medium
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(a)(2)(iv)"]
#   resources:
#     aws_api_gateway_stage: {stage_name: string, client_certificate_id: string, cache_cluster_enabled: bool}
#     aws_api_gateway_domain_name: {security_policy: string}
#     aws_apigatewayv2_domain_name: {domain_name_configuration: [{security_policy: string}]}
#   related:
#     settings:
#       type: aws_api_gateway_method_settings
#       on: rest_api_id = rest_api_id
#       attributes: {stage_name: string, method_path: string, settings: [{caching_enabled: bool, cache_data_encrypted: bool}]}
#     integrations: {type: aws_api_gateway_integration, on: rest_api_id = rest_api_id, attributes: {type: string}}
#     api: {type: aws_api_gateway_rest_api, on: id = rest_api_id, attributes: {body: string}}
#   assertions:
#     client_certificate:
#       title: The stage shows HTTP backends a client certificate
#       reads: [client_certificate_id, _.integrations, _.api]
#     cache:
#       title: The cache of the stage is encrypted for every method
#       reads: [stage_name, cache_cluster_enabled, _.settings]
#     tls:
#       title: The custom domain accepts TLS 1.2 or newer
#       reads: [security_policy, domain_name_configuration]
#   remediation: >-
#     Set client_certificate_id on the stage, cache_data_encrypted = true in aws_api_gateway_method_settings for */*, and
#     security_policy = "TLS_1_2" on the domain name.
package hipaactl.aws.apigateway.encryption

import data.hipaactl.lib.api_stage

deny contains {
	"assertion": "client_certificate",
	"paths": ["client_certificate_id", sprintf("_.integrations[%d].type", [i])],
	"message": "HTTP backends cannot tell API Gateway from others, as the stage has no client certificate",
} if {
	not certified
	some i in backends
}

certified if input.client_certificate_id != ""

# backends are the integrations that talk HTTP to something.
backends contains i if {
	some i, integration in input._.integrations
	integration.type in {"HTTP", "HTTP_PROXY"}
}

# described holds for an API whose integrations stand in an OpenAPI document, which is not read.
described if {
	some api in input._.api
	api.body != ""
}

unknown contains {"assertion": "client_certificate", "paths": ["_.api[*].body", "client_certificate_id"], "message": "which integrations the API's document describes"} if {
	not certified
	count(backends) == 0
	described
}

not_applicable contains {
	"assertion": "client_certificate",
	"paths": ["_.integrations", "_.integrations[*].type", "_.api", "_.api[*].body"],
	"message": "the API has no HTTP integration",
} if {
	api_stage.rest
	count(backends) == 0
	not described
}

deny contains {
	"assertion": "cache",
	"paths": array.concat(api_stage.default_paths, ["cache_cluster_enabled", "_.settings[*].settings[*].cache_data_encrypted"]),
	"message": "no setting for */* encrypts the cache",
} if {
	input.cache_cluster_enabled
	not encrypted
}

encrypted if {
	some found in api_stage.found("cache_data_encrypted", true)
	found.path == "*/*"
}

deny contains {
	"assertion": "cache",
	"paths": array.concat(found.paths, [replace(found.paths[2], "caching_enabled", "cache_data_encrypted"), "cache_cluster_enabled"]),
	"message": "answers of some methods are cached without encryption",
} if {
	input.cache_cluster_enabled
	some found in api_stage.found("caching_enabled", true)
	not found.settings.cache_data_encrypted
}

not_applicable contains {"assertion": "cache", "paths": ["cache_cluster_enabled"], "message": "the stage has no cache"} if {
	api_stage.rest
	not input.cache_cluster_enabled
}

# policies are the security policies of a domain name, by path. Those of HTTP APIs stand in a block.
policies["security_policy"] := object.get(input, "security_policy", "") if input._.type == "aws_api_gateway_domain_name"

policies[path] := object.get(configuration, "security_policy", "") if {
	some i, configuration in input.domain_name_configuration
	is_object(configuration)
	path := sprintf("domain_name_configuration[%d].security_policy", [i])
}

deny contains {"assertion": "tls", "paths": [path], "message": "the domain name accepts TLS 1.0"} if {
	some path, "TLS_1_0" in policies
}

unknown contains {"assertion": "tls", "paths": [path], "message": "which versions of TLS the domain name accepts"} if {
	some path, policy in policies
	not regex.match(`^(TLS_1_[02]$|SecurityPolicy_TLS1[23]_)`, policy)
}

not_applicable contains {"assertion": assertion, "paths": ["stage_name"], "message": "it is no stage"} if {
	not api_stage.rest
	some assertion in ["client_certificate", "cache"]
}

not_applicable contains {"assertion": "tls", "paths": ["security_policy"], "message": "it is no domain name"} if api_stage.rest
