resource "aws_vpc" "bare" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "accepted" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_flow_log" "accepted" {
  vpc_id               = aws_vpc.accepted.id
  traffic_type         = "ACCEPT"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}

# Rejected traffic is not enough with PHI.
resource "aws_vpc" "records" {
  cidr_block = "10.2.0.0/16"

  tags = { DataClass = "PHI" }
}

resource "aws_flow_log" "records" {
  vpc_id               = aws_vpc.records.id
  traffic_type         = "REJECT"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}

# Only one of the subnets has a flow log.
resource "aws_vpc" "half" {
  cidr_block = "10.3.0.0/16"
}

resource "aws_subnet" "half" {
  count = 2

  vpc_id     = aws_vpc.half.id
  cidr_block = cidrsubnet(aws_vpc.half.cidr_block, 8, count.index)
}

resource "aws_flow_log" "half" {
  subnet_id            = aws_subnet.half[0].id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}

# The subnets of this one log accepted traffic only.
resource "aws_vpc" "accepted_by_subnet" {
  cidr_block = "10.4.0.0/16"
}

resource "aws_subnet" "accepted_by_subnet" {
  vpc_id     = aws_vpc.accepted_by_subnet.id
  cidr_block = "10.4.0.0/24"
}

resource "aws_flow_log" "accepted_by_subnet" {
  subnet_id            = aws_subnet.accepted_by_subnet.id
  traffic_type         = "ACCEPT"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}

# A network interface is not the network.
resource "aws_vpc" "interface" {
  cidr_block = "10.5.0.0/16"
}

resource "aws_subnet" "interface" {
  vpc_id     = aws_vpc.interface.id
  cidr_block = "10.5.0.0/24"
}

resource "aws_network_interface" "interface" {
  subnet_id = aws_subnet.interface.id
}

resource "aws_flow_log" "interface" {
  eni_id               = aws_network_interface.interface.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}

resource "aws_default_vpc" "default" {
}
