resource "aws_acm_certificate" "portal" {
  domain_name       = "portal.example.org"
  validation_method = "DNS"
}

resource "aws_acm_certificate_validation" "portal" {
  certificate_arn = aws_acm_certificate.portal.arn
}

resource "aws_lb_listener" "issued" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/0123456789abcdef"
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = aws_acm_certificate.portal.arn

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/0123456789abcdef"
  }
}

resource "aws_lb_listener" "validated" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/0123456789abcdef"
  port              = 443
  protocol          = "TLS"
  certificate_arn   = aws_acm_certificate_validation.portal.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/0123456789abcdef"
  }
}

resource "aws_lb_listener" "literal" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/0123456789abcdef"
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"

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
    ssl_certificate_id = aws_acm_certificate.portal.arn
  }
}

resource "aws_elb" "ssl" {
  name               = "ssl"
  availability_zones = ["us-east-1a"]

  listener {
    lb_protocol        = "ssl"
    lb_port            = 443
    instance_protocol  = "https"
    instance_port      = 8443
    ssl_certificate_id = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  }
}

# want: not_applicable
resource "aws_lb_listener" "plain" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/0123456789abcdef"
  port              = 443
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/0123456789abcdef"
  }
}

# want: not_applicable
resource "aws_elb" "plain" {
  name               = "plain"
  availability_zones = ["us-east-1a"]

  listener {
    lb_protocol       = "http"
    lb_port           = 443
    instance_protocol = "https"
    instance_port     = 8443
  }
}

