variable "log" {
  type = bool
}

variable "kind" {
  type = string
}

variable "buckets" {
  type = set(string)
}

resource "aws_lb" "by_variable" {
  name    = "portal"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]

  access_logs {
    bucket  = "portal-access-logs"
    enabled = var.log
  }
}

resource "aws_lb" "of_some_kind" {
  name               = "inspection"
  load_balancer_type = var.kind
  subnets            = ["subnet-0a1b2c3d4e5f60718"]
}

resource "aws_elb" "dynamic" {
  name               = "classic"
  availability_zones = ["us-east-1a"]

  dynamic "access_logs" {
    for_each = var.buckets
    content {
      bucket = access_logs.value
    }
  }

  listener {
    lb_protocol       = "http"
    lb_port           = 80
    instance_protocol = "http"
    instance_port     = 8080
  }
}
