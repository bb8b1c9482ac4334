resource "aws_iam_server_certificate" "portal" {
  name             = "portal"
  certificate_body = "-----BEGIN CERTIFICATE-----"
  private_key      = "only-an-example"
}

resource "aws_lb_listener" "uploaded" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/0123456789abcdef"
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = aws_iam_server_certificate.portal.arn

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/0123456789abcdef"
  }
}

resource "aws_lb_listener" "literal" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/0123456789abcdef"
  port              = 443
  protocol          = "TLS"
  certificate_arn   = "arn:aws:iam::111122223333:server-certificate/portal"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/0123456789abcdef"
  }
}

resource "aws_lb_listener" "none" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/portal/0123456789abcdef"
  port              = 443
  protocol          = "HTTPS"

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
    ssl_certificate_id = aws_iam_server_certificate.portal.arn
  }
}

resource "aws_elb" "none" {
  name               = "none"
  availability_zones = ["us-east-1a"]

  listener {
    lb_protocol       = "ssl"
    lb_port           = 443
    instance_protocol = "https"
    instance_port     = 8443
  }
}

