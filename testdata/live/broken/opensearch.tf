resource "aws_opensearch_domain" "phi-search" {
  domain_name = "phi-search"
  tags        = { team = "billing" }
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "es:*"
      Resource  = "*"
    }]
  })
}
