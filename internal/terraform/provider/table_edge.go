package provider

import "github.com/zclconf/go-cty/cty"

// edge are the defaults of CloudFront, API Gateway, WAF and ACM.
var edge = []entry{
	{"aws_cloudfront_distribution", "viewer_certificate.minimum_protocol_version", word("TLSv1"), page("cloudfront_distribution")},
	{"aws_api_gateway_stage", "cache_cluster_enabled", no, page("api_gateway_stage")},
	{"aws_api_gateway_stage", "xray_tracing_enabled", no, page("api_gateway_stage")},
	{"aws_apigatewayv2_route", "authorization_type", word("NONE"), page("apigatewayv2_route")},
	{"aws_acm_certificate", "key_algorithm", inherited("key_algorithm", cty.StringVal("RSA_2048"), "certificate_body"), page("acm_certificate")},
}
