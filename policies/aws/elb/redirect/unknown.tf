variable "protocol" {
  type = string
}

variable "redirects" {
  type = list(string)
}

resource "aws_lb" "portal" {
  name    = "portal"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
}

resource "aws_lb_listener" "of_unknown_protocol" {
  load_balancer_arn = aws_lb.portal.arn
  port              = 80
  protocol          = var.protocol

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/0123456789abcdef"
  }
}

resource "aws_lb_listener" "to_somewhere" {
  load_balancer_arn = aws_lb.portal.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      protocol    = var.protocol
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "dynamic" {
  load_balancer_arn = aws_lb.portal.arn
  port              = 80
  protocol          = "HTTP"

  dynamic "default_action" {
    for_each = var.redirects
    content {
      type = "redirect"

      redirect {
        protocol    = default_action.value
        status_code = "HTTP_301"
      }
    }
  }
}

resource "aws_lb_listener" "with_rules" {
  load_balancer_arn = aws_lb.portal.arn
  port              = 8080
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener_rule" "to_somewhere" {
  listener_arn = aws_lb_listener.with_rules.arn

  action {
    type = "redirect"

    redirect {
      protocol    = var.protocol
      status_code = "HTTP_301"
    }
  }

  condition {
    path_pattern {
      values = ["/legacy/*"]
    }
  }
}
