variable "services" {
  type = set(string)
}

variable "endpoint_policy" {
  type = string
}

resource "aws_vpc" "records" {
  cidr_block = "10.0.0.0/16"
  tags       = { DataClass = "PHI" }
}

resource "aws_vpc_endpoint" "records" {
  for_each = var.services

  vpc_id       = aws_vpc.records.id
  service_name = "com.amazonaws.eu-west-1.${each.key}"
  policy       = var.endpoint_policy
}

# The module makes the endpoints.
resource "aws_vpc" "archive" {
  cidr_block = "10.1.0.0/16"
  tags       = { DataClass = "PHI" }
}

module "endpoints" {
  source = "git::https://git.example.com/modules/endpoints.git"

  vpc_id = aws_vpc.archive.id
}
