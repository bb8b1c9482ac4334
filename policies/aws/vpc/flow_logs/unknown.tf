variable "traffic" {
  type = string
}

variable "flow_logs" {
  type = bool
}

variable "data_class" {
  type = string
}

resource "aws_vpc" "traffic" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "traffic" {
  vpc_id               = aws_vpc.traffic.id
  traffic_type         = var.traffic
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}

resource "aws_vpc" "counted" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_flow_log" "counted" {
  count = var.flow_logs ? 1 : 0

  vpc_id               = aws_vpc.counted.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}

# Whether it holds PHI decides which traffic it takes.
resource "aws_vpc" "tagged" {
  cidr_block = "10.2.0.0/16"

  tags = { DataClass = var.data_class }
}

resource "aws_flow_log" "tagged" {
  vpc_id               = aws_vpc.tagged.id
  traffic_type         = "REJECT"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}

# The subnets that were seen have logs, but there may be more.
resource "aws_vpc" "subnets" {
  cidr_block = "10.3.0.0/16"
}

resource "aws_subnet" "seen" {
  vpc_id     = aws_vpc.subnets.id
  cidr_block = "10.3.0.0/24"
}

resource "aws_flow_log" "seen" {
  subnet_id            = aws_subnet.seen.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::clinic-flow-logs"
}

resource "aws_subnet" "counted" {
  count = var.flow_logs ? 1 : 0

  vpc_id     = aws_vpc.subnets.id
  cidr_block = "10.3.1.0/24"
}
