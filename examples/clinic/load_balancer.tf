resource "aws_lb" "portal" {
  name                       = "${local.name}-portal"
  load_balancer_type         = "application"
  security_groups            = [aws_security_group.lb.id]
  subnets                    = local.public_subnets
  drop_invalid_header_fields = true
  enable_deletion_protection = true

  access_logs {
    bucket  = module.bucket["lb-logs"].name
    enabled = true
  }

  tags = local.phi
}

resource "aws_lb_target_group" "portal" {
  name     = "${local.name}-portal"
  vpc_id   = aws_vpc.main.id
  protocol = "HTTPS"
  port     = 8443

  health_check {
    protocol = "HTTPS"
    path     = "/healthz"
  }

  tags = local.phi
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.portal.arn
  protocol          = "HTTPS"
  port              = 443
  ssl_policy        = "ELBSecurityPolicy-2016-08"
  certificate_arn   = var.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.portal.arn
  }

  tags = local.phi
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.portal.arn
  protocol          = "HTTP"
  port              = 80

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }

  tags = local.phi
}
