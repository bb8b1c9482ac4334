variable "ssl_policy" {
  type    = string
  default = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
}

locals {
  certificate = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
}

resource "aws_lb_listener" "https" {
  for_each = toset([
    "ELBSecurityPolicy-TLS13-1-2-2021-06",
    "ELBSecurityPolicy-TLS13-1-3-2021-06",
    "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    "ELBSecurityPolicy-FS-1-2-Res-2020-10",
    "ELBSecurityPolicy-TLS-1-2-Ext-2018-06",
  ])

  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/50dc6c495c0c9188"
  protocol          = "HTTPS"
  port              = 443
  ssl_policy        = each.value
  certificate_arn   = local.certificate

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/73e2d6bc24d8a067"
  }
}

resource "aws_lb_listener" "tls" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/hl7/50dc6c495c0c9188"
  protocol          = "TLS"
  port              = 2575
  ssl_policy        = var.ssl_policy
  certificate_arn   = local.certificate

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/hl7/73e2d6bc24d8a067"
  }
}

# want: not_applicable
resource "aws_lb_listener" "redirect" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/50dc6c495c0c9188"
  protocol          = "HTTP"
  port              = 80

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_ssl_negotiation_policy" "predefined" {
  name          = "predefined"
  load_balancer = "classic"
  lb_port       = 443

  attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-TLS-1-2-2017-01"
  }
}

resource "aws_lb_ssl_negotiation_policy" "custom" {
  name          = "custom"
  load_balancer = "classic"
  lb_port       = 8443

  dynamic "attribute" {
    for_each = {
      "Protocol-TLSv1"                = "false"
      "Protocol-TLSv1.1"              = "false"
      "Protocol-TLSv1.2"              = "true"
      "Server-Defined-Cipher-Order"   = "true"
      "ECDHE-RSA-AES128-GCM-SHA256"   = "true"
      "ECDHE-ECDSA-AES128-GCM-SHA256" = "true"
    }

    content {
      name  = attribute.key
      value = attribute.value
    }
  }
}

resource "aws_load_balancer_policy" "tls" {
  load_balancer_name = "classic"
  policy_name        = "tls"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Protocol-TLSv1.2"
    value = true
  }

  policy_attribute {
    name  = "ECDHE-RSA-AES256-GCM-SHA384"
    value = "true"
  }
}

# want: not_applicable
resource "aws_load_balancer_policy" "proxy" {
  load_balancer_name = "classic"
  policy_name        = "proxy"
  policy_type_name   = "ProxyProtocolPolicyType"

  policy_attribute {
    name  = "ProxyProtocol"
    value = "true"
  }
}
