# All traffic of a VPC that holds PHI, to CloudWatch Logs.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"

  tags = { DataClass = "PHI" }
}

resource "aws_flow_log" "main" {
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flow.arn
  iam_role_arn    = "arn:aws:iam::111122223333:role/flow"
}

resource "aws_cloudwatch_log_group" "flow" {
  name              = "/clinic/flow"
  retention_in_days = 2192
}

resource "aws_subnet" "main" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

# Rejected traffic is enough without PHI.
resource "aws_vpc" "guests" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_flow_log" "guests" {
  vpc_id               = aws_vpc.guests.id
  traffic_type         = "REJECT"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}

# Accepted and rejected traffic by a log each is all traffic.
resource "aws_vpc" "imaging" {
  cidr_block = "10.2.0.0/16"

  tags = { DataClass = "PHI" }
}

resource "aws_flow_log" "imaging" {
  for_each = toset(["ACCEPT", "REJECT"])

  vpc_id               = aws_vpc.imaging.id
  traffic_type         = each.key
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}

# One log for each of several networks.
resource "aws_vpc" "sites" {
  for_each = { north = "10.3.0.0/16", south = "10.4.0.0/16" }

  cidr_block = each.value
}

resource "aws_flow_log" "sites" {
  for_each = aws_vpc.sites

  vpc_id               = each.value.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}

resource "aws_default_vpc" "default" {
}

resource "aws_flow_log" "default" {
  vpc_id               = aws_default_vpc.default.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}
