variable "ssl_policy" {
  type    = string
  default = "ELBSecurityPolicy-2016-08"
}

locals {
  certificate = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  portal      = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/50dc6c495c0c9188"
}

# Elastic Load Balancing takes ELBSecurityPolicy-2016-08 where nothing is said.
resource "aws_lb_listener" "omitted" {
  load_balancer_arn = local.portal
  protocol          = "HTTPS"
  port              = 443
  certificate_arn   = local.certificate

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/73e2d6bc24d8a067"
  }
}

resource "aws_lb_listener" "old" {
  for_each = toset([
    "ELBSecurityPolicy-TLS13-1-0-2021-06",
    "ELBSecurityPolicy-TLS13-1-1-2021-06",
    "ELBSecurityPolicy-FS-2018-06",
    "ELBSecurityPolicy-TLS-1-1-2017-01",
  ])

  load_balancer_arn = local.portal
  protocol          = "HTTPS"
  port              = 8443
  ssl_policy        = each.key
  certificate_arn   = local.certificate

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/73e2d6bc24d8a067"
  }
}

resource "aws_alb_listener" "tls" {
  load_balancer_arn = local.portal
  protocol          = "TLS"
  port              = 2575
  ssl_policy        = var.ssl_policy
  certificate_arn   = local.certificate

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/hl7/73e2d6bc24d8a067"
  }
}

resource "aws_lb_ssl_negotiation_policy" "predefined" {
  name          = "predefined"
  load_balancer = "classic"
  lb_port       = 443

  attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-2016-08"
  }
}

resource "aws_lb_ssl_negotiation_policy" "custom" {
  name          = "custom"
  load_balancer = "classic"
  lb_port       = 8443

  attribute {
    name  = "Protocol-TLSv1.2"
    value = "true"
  }

  attribute {
    name  = "Protocol-TLSv1"
    value = "true"
  }
}

resource "aws_load_balancer_policy" "ssl" {
  load_balancer_name = "classic"
  policy_name        = "ssl"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Protocol-SSLv3"
    value = "true"
  }
}

resource "aws_load_balancer_policy" "predefined" {
  load_balancer_name = "classic"
  policy_name        = "predefined"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-TLS-1-1-2017-01"
  }
}
