package provider

// edge are the defaults of CloudFront, API Gateway, WAF and ACM.
var edge = []entry{
	{"aws_cloudfront_distribution", "viewer_certificate.minimum_protocol_version", word("TLSv1"), page("cloudfront_distribution")},
	{"aws_api_gateway_stage", "cache_cluster_enabled", no, page("api_gateway_stage")},
	{"aws_api_gateway_stage", "xray_tracing_enabled", no, page("api_gateway_stage")},
	{"aws_apigatewayv2_route", "authorization_type", word("NONE"), page("apigatewayv2_route")},
}
