package provider

// edge are the defaults of CloudFront, API Gateway, WAF and ACM.
var edge = []entry{
	{"aws_cloudfront_distribution", "viewer_certificate.minimum_protocol_version", word("TLSv1"), page("cloudfront_distribution")},
}
