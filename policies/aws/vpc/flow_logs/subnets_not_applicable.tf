# A flow log for every subnet stands in for one of the VPC.
locals {
  subnets = { a = "10.0.0.0/24", b = "10.0.1.0/24" }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"

  tags = { DataClass = "PHI" }
}

resource "aws_subnet" "main" {
  for_each = local.subnets

  vpc_id     = aws_vpc.main.id
  cidr_block = each.value
}

resource "aws_flow_log" "main" {
  for_each = aws_subnet.main

  subnet_id            = each.value.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}
