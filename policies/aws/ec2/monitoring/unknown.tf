variable "monitoring" {
  type = bool
}

variable "instance_type" {
  type = string
}

variable "optimised" {
  type = bool
}

resource "aws_instance" "by_variable" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  monitoring    = var.monitoring
}

resource "aws_instance" "of_unknown_type" {
  ami           = "ami-0123456789abcdef0"
  instance_type = var.instance_type
  monitoring    = true
}

resource "aws_launch_template" "by_variable" {
  name          = "by-variable"
  instance_type = "m3.xlarge"
  ebs_optimized = var.optimised

  monitoring {
    enabled = var.monitoring
  }
}
