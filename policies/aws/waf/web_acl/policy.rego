# METADATA
# title: A web ACL stands before public web entry points
# description: >-
#   What anyone on the internet can send requests to is probed all day. AWS WAF takes web ACLs before application load
#   balancers, stages of REST APIs and CloudFront distributions. An ACL without rules lets everything through.
# related_resources:
#   - https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/wafv2_web_acl_association
# custom:
#   id: HIPAA-WAF-001
#   severity: medium
#   citations: ["164.312(a)(1)", "164.308(a)(5)(ii)(B)", "164.308(a)(1)(ii)(B)"]
#   resources:
#     aws_lb: {load_balancer_type: string, internal: bool}
#     aws_api_gateway_stage: {}
#     aws_cloudfront_distribution: {web_acl_id: string}
#   related:
#     associations:
#       type: aws_wafv2_web_acl_association
#       on: resource_arn = arn
#       related:
#         acl: {type: aws_wafv2_web_acl, on: arn = web_acl_arn, attributes: &rules {rule: [{}], rule_json: string}, related: &groups {groups: {type: aws_wafv2_web_acl_rule_group_association, on: web_acl_arn = arn, more: helps}}}
#     edge_acl: {type: aws_wafv2_web_acl, on: arn = web_acl_id, attributes: *rules, related: *groups}
#     api: {type: aws_api_gateway_rest_api, on: id = rest_api_id, attributes: {endpoint_configuration: [{types: [string]}]}}
#   assertions:
#     regional:
#       title: A web ACL with rules is associated with the load balancer or stage
#       reads: [load_balancer_type, internal, _.associations]
#     edge:
#       title: The distribution names a web ACL with rules
#       reads: [web_acl_id, _.edge_acl]
#   remediation: >-
#     Declare an aws_wafv2_web_acl with managed rule groups such as AWSManagedRulesCommonRuleSet, and an
#     aws_wafv2_web_acl_association with it; a distribution names it as web_acl_id.
package hipaactl.aws.waf.web_acl

type := input._.type

# private is why nobody on the internet reaches a load balancer or stage by HTTP, with what shows it.
private["load_balancer_type"] := "AWS WAF stands before application load balancers alone" if {
	type == "aws_lb"
	input.load_balancer_type != "application"
}

private["internal"] := "the load balancer is internal" if input.internal

private["_.api[*].endpoint_configuration[*].types"] := "the API is private" if {
	some api in input._.api
	some endpoint in api.endpoint_configuration
	"PRIVATE" in endpoint.types
}

public := ["load_balancer_type", "internal"] if type == "aws_lb"

public := ["_.api", "_.api[*].endpoint_configuration[*].types"] if type == "aws_api_gateway_stage"

deny contains {
	"assertion": "regional",
	"paths": array.concat(["_.associations"], public),
	"message": "no web ACL is associated",
} if {
	count(private) == 0
	count(input._.associations) == 0
}

deny contains {
	"assertion": "regional",
	"paths": array.concat(bare(sprintf("_.associations[%d]._.acl[%d]", [i, j])), public),
	"message": "the associated web ACL has no rules",
} if {
	count(private) == 0
	some i, association in input._.associations
	some j, acl in association._.acl
	not ruled(acl)
}

deny contains {"assertion": "edge", "paths": ["web_acl_id"], "message": "the distribution names no web ACL"} if {
	type == "aws_cloudfront_distribution"
	object.get(input, "web_acl_id", "") == ""
}

deny contains {
	"assertion": "edge",
	"paths": bare(sprintf("_.edge_acl[%d]", [i])),
	"message": "the distribution's web ACL has no rules",
} if {
	some i, acl in input._.edge_acl
	not ruled(acl)
}

ruled(acl) if count(acl.rule) > 0

ruled(acl) if acl.rule_json != ""

ruled(acl) if count(acl._.groups) > 0

# bare are the paths of what an ACL has no rules by.
bare(acl) := [concat(".", [acl, place]) | some place in ["rule", "rule_json", "_.groups"]]

not_applicable contains {"assertion": "regional", "paths": [path], "message": message} if some path, message in private

not_applicable contains {"assertion": "regional", "paths": ["load_balancer_type"], "message": "a distribution names its web ACL itself"} if {
	type == "aws_cloudfront_distribution"
}

not_applicable contains {"assertion": "edge", "paths": ["web_acl_id"], "message": "it is no distribution"} if {
	type != "aws_cloudfront_distribution"
}
