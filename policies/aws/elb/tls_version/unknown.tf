variable "ssl_policy" {
  type = string
}

variable "protocol" {
  type = string
}

variable "attributes" {
  type = map(string)
}

variable "policy_type" {
  type = string
}

locals {
  certificate = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  portal      = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/50dc6c495c0c9188"
  targets     = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/73e2d6bc24d8a067"
}

resource "aws_lb_listener" "by_variable" {
  load_balancer_arn = local.portal
  protocol          = "HTTPS"
  port              = 443
  ssl_policy        = var.ssl_policy
  certificate_arn   = local.certificate

  default_action {
    type             = "forward"
    target_group_arn = local.targets
  }
}

resource "aws_lb_listener" "protocol" {
  load_balancer_arn = local.portal
  protocol          = var.protocol
  port              = 8443
  ssl_policy        = "ELBSecurityPolicy-2016-08"
  certificate_arn   = local.certificate

  default_action {
    type             = "forward"
    target_group_arn = local.targets
  }
}

# A name that is not one of AWS's.
resource "aws_lb_listener" "other_name" {
  load_balancer_arn = local.portal
  protocol          = "HTTPS"
  port              = 9443
  ssl_policy        = "tailored"
  certificate_arn   = local.certificate

  default_action {
    type             = "forward"
    target_group_arn = local.targets
  }
}

resource "aws_lb_ssl_negotiation_policy" "attributes" {
  name          = "attributes"
  load_balancer = "classic"
  lb_port       = 443

  dynamic "attribute" {
    for_each = var.attributes

    content {
      name  = attribute.key
      value = attribute.value
    }
  }
}

# Ciphers alone do not tell which versions are permitted.
resource "aws_lb_ssl_negotiation_policy" "ciphers" {
  name          = "ciphers"
  load_balancer = "classic"
  lb_port       = 8443

  attribute {
    name  = "ECDHE-RSA-AES128-GCM-SHA256"
    value = "true"
  }
}

resource "aws_load_balancer_policy" "kind" {
  load_balancer_name = "classic"
  policy_name        = "kind"
  policy_type_name   = var.policy_type

  policy_attribute {
    name  = "Protocol-TLSv1"
    value = "true"
  }
}
