locals {
  # One /20 for each tier and zone: public-a, public-b, app-a, ...
  subnets = merge([
    for t, tier in ["public", "app", "data"] : {
      for z, zone in var.availability_zones : "${tier}-${substr(zone, -1, 1)}" => {
        tier = tier
        zone = zone
        cidr = cidrsubnet(var.vpc_cidr, 4, t * length(var.availability_zones) + z)
      }
    }
  ]...)

  app_subnets    = [for key, s in local.subnets : aws_subnet.this[key].id if s.tier == "app"]
  data_subnets   = [for key, s in local.subnets : aws_subnet.this[key].id if s.tier == "data"]
  public_subnets = [for key, s in local.subnets : aws_subnet.this[key].id if s.tier == "public"]
}

resource "aws_vpc" "main" {
  cidr_block           = var.vpc_cidr
  enable_dns_hostnames = true

  tags = merge(local.phi, { Name = local.name })
}

# Nothing uses the default group, so it allows nothing.
resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "this" {
  for_each = local.subnets

  vpc_id            = aws_vpc.main.id
  availability_zone = each.value.zone
  cidr_block        = each.value.cidr

  tags = { Name = "${local.name}-${each.key}" }
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_eip" "nat" {
  domain = "vpc"
}

resource "aws_nat_gateway" "main" {
  allocation_id = aws_eip.nat.id
  subnet_id     = local.public_subnets[0]
}

resource "aws_route_table" "tier" {
  for_each = toset(["public", "app", "data"])

  vpc_id = aws_vpc.main.id
  tags   = { Name = "${local.name}-${each.key}" }
}

resource "aws_route" "public" {
  route_table_id         = aws_route_table.tier["public"].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_route" "app" {
  route_table_id         = aws_route_table.tier["app"].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main.id
}

resource "aws_route_table_association" "this" {
  for_each = local.subnets

  subnet_id      = aws_subnet.this[each.key].id
  route_table_id = aws_route_table.tier[each.value.tier].id
}

# Data on its way to AWS does not pass the internet, and goes to this account alone.
data "aws_iam_policy_document" "endpoint" {
  statement {
    actions   = ["*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_vpc_endpoint" "gateway" {
  for_each = toset(["dynamodb", "s3"])

  vpc_id          = aws_vpc.main.id
  service_name    = "com.amazonaws.${var.region}.${each.key}"
  route_table_ids = [for tier in ["app", "data"] : aws_route_table.tier[tier].id]
  policy          = data.aws_iam_policy_document.endpoint.json
}

resource "aws_vpc_endpoint" "interface" {
  for_each = toset(["ec2", "ec2messages", "kms", "logs", "secretsmanager", "ssm", "ssmmessages"])

  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = local.app_subnets
  security_group_ids  = [aws_security_group.endpoints.id]
  private_dns_enabled = true
  policy              = data.aws_iam_policy_document.endpoint.json
}

resource "aws_flow_log" "main" {
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flow.arn
  iam_role_arn    = aws_iam_role.flow.arn
}

resource "aws_cloudwatch_log_group" "flow" {
  name              = "/clinic/${var.environment}/flow"
  retention_in_days = 2192 # the first step of CloudWatch Logs at or above six years
  kms_key_id        = aws_kms_key.logs.arn
}
