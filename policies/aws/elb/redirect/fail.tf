resource "aws_lb" "portal" {
  name    = "portal"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
}

resource "aws_lb_listener" "forwards" {
  load_balancer_arn = aws_lb.portal.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/portal/0123456789abcdef"
  }
}

# HTTP is what an application load balancer listens for where nothing is said.
resource "aws_lb_listener" "answers" {
  load_balancer_arn = aws_lb.portal.arn
  port              = 8080

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "Hello"
      status_code  = "200"
    }
  }
}

# The protocol stays as it was.
resource "aws_lb_listener" "stays" {
  load_balancer_arn = aws_lb.portal.arn
  port              = 8081
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      path        = "/portal"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "exceptional" {
  load_balancer_arn = aws_lb.portal.arn
  port              = 8082
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener_rule" "exception" {
  listener_arn = aws_lb_listener.exceptional.arn

  action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/legacy/0123456789abcdef"
  }

  condition {
    path_pattern {
      values = ["/legacy/*"]
    }
  }
}

resource "aws_lb_listener" "versions" {
  load_balancer_arn = aws_lb.portal.arn
  port              = 8083
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_alb_listener_rule" "keeps" {
  count        = 2
  listener_arn = aws_lb_listener.versions.arn
  priority     = 100 + count.index

  action {
    type = "redirect"

    redirect {
      path        = "/v${count.index}"
      status_code = "HTTP_302"
    }
  }

  condition {
    path_pattern {
      values = ["/${count.index}"]
    }
  }
}
