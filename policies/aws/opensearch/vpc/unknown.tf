variable "subnets" {
  type = list(list(string))
}

variable "policy" {
  type = string
}

# want: unknown vpc
resource "aws_opensearch_domain" "dynamic" {
  domain_name    = "dynamic"
  engine_version = "OpenSearch_2.19"

  dynamic "vpc_options" {
    for_each = var.subnets

    content {
      subnet_ids = vpc_options.value
    }
  }
}

# want: pass vpc
# want: unknown access
resource "aws_opensearch_domain" "of_unknown_policy" {
  domain_name     = "of-unknown-policy"
  engine_version  = "OpenSearch_2.19"
  access_policies = var.policy

  vpc_options {
    subnet_ids         = ["subnet-0a1b2c3d4e5f60718"]
    security_group_ids = ["sg-0a1b2c3d4e5f60718"]
  }
}

