variable "certificate" {
  type = string
}

variable "protocol" {
  type = string
}

resource "aws_lb_listener" "by_variable" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/0123456789abcdef"
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = var.certificate

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/0123456789abcdef"
  }
}

resource "aws_lb_listener" "of_some_protocol" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/0123456789abcdef"
  port              = 443
  protocol          = var.protocol

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/0123456789abcdef"
  }
}

resource "aws_elb" "classic" {
  name               = "classic"
  availability_zones = ["us-east-1a"]

  listener {
    lb_protocol        = "https"
    lb_port            = 443
    instance_protocol  = "https"
    instance_port      = 8443
    ssl_certificate_id = var.certificate
  }
}

