package provider

// renamedTypes maps a resource type's old name to the current one.
var renamedTypes = map[string]string{
	// "aws_alb is known as aws_lb": https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/lb.html.markdown
	"aws_alb":                         "aws_lb",
	"aws_alb_listener":                "aws_lb_listener",
	"aws_alb_listener_certificate":    "aws_lb_listener_certificate",
	"aws_alb_listener_rule":           "aws_lb_listener_rule",
	"aws_alb_target_group":            "aws_lb_target_group",
	"aws_alb_target_group_attachment": "aws_lb_target_group_attachment",
	// The service's new name: https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/opensearch_domain.html.markdown
	"aws_elasticsearch_domain":              "aws_opensearch_domain",
	"aws_elasticsearch_domain_policy":       "aws_opensearch_domain_policy",
	"aws_elasticsearch_domain_saml_options": "aws_opensearch_domain_saml_options",
	"aws_elasticsearch_vpc_endpoint":        "aws_opensearch_vpc_endpoint",
	// Deprecated since v4: https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/s3_bucket_object.html.markdown
	"aws_s3_bucket_object": "aws_s3_object",
	// The same protection through another API: https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/branch_protection_v3.md
	"github_branch_protection_v3": "github_branch_protection",
}

// Type is the current name of a resource type: aws_lb for aws_alb. A type that
// was never renamed is returned as it is.
func Type(typ string) string {
	if now, ok := renamedTypes[typ]; ok {
		return now
	}
	return typ
}
