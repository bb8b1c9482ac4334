variable "vpc" {
  type = string
}

# want: unknown gateway
resource "aws_internet_gateway" "somewhere" {
  vpc_id = var.vpc
}

