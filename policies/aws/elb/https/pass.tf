variable "certificate_arn" {
  type    = string
  default = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
}

locals {
  phi = { DataClass = "PHI" }
}

resource "aws_lb" "portal" {
  name               = "portal"
  load_balancer_type = "application"
  subnets            = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]

  tags = local.phi
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.portal.arn
  protocol          = "HTTPS"
  port              = 443
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = var.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.portal.arn
  }
}

# want: pass https
# want: not_applicable phi
resource "aws_lb_listener" "redirect" {
  load_balancer_arn = aws_lb.portal.arn
  port              = 80

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_alb_listener" "old_name" {
  load_balancer_arn = aws_lb.portal.arn
  protocol          = "HTTP"
  port              = 8080

  dynamic "default_action" {
    for_each = ["redirect"]

    content {
      type = default_action.value

      redirect {
        protocol    = "HTTPS"
        status_code = "HTTP_302"
      }
    }
  }
}

resource "aws_lb_target_group" "portal" {
  name     = "portal"
  vpc_id   = "vpc-0a1b2c3d4e5f60718"
  protocol = "HTTPS"
  port     = 8443

  tags = local.phi
}

# want: not_applicable phi
resource "aws_lb_target_group" "brochure" {
  name     = "brochure"
  vpc_id   = "vpc-0a1b2c3d4e5f60718"
  protocol = "HTTP"
  port     = 8080
}

# want: not_applicable phi
resource "aws_lb_target_group" "function" {
  name        = "function"
  target_type = "lambda"

  tags = local.phi
}

resource "aws_lb" "interfaces" {
  name               = "interfaces"
  load_balancer_type = "network"
  subnets            = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]

  tags = local.phi
}

resource "aws_lb_listener" "hl7" {
  for_each = { admissions = 2575, results = 2576 }

  load_balancer_arn = aws_lb.interfaces.arn
  protocol          = "TLS"
  port              = each.value
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = var.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.hl7.arn
  }
}

resource "aws_lb_target_group" "hl7" {
  name     = "hl7"
  vpc_id   = "vpc-0a1b2c3d4e5f60718"
  protocol = "TLS"
  port     = 2575

  tags = local.phi
}

# A network load balancer in front of another one can only pass TCP on.
# want: not_applicable phi
resource "aws_lb_target_group" "portal_behind" {
  name        = "portal-behind"
  vpc_id      = "vpc-0a1b2c3d4e5f60718"
  target_type = "alb"
  protocol    = "TCP"
  port        = 443

  tags = local.phi
}

resource "aws_lb" "games" {
  name               = "games"
  load_balancer_type = "network"
  subnets            = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
}

# Nothing says that PHI travels here.
# want: not_applicable https
# want: not_applicable phi
resource "aws_lb_listener" "games" {
  load_balancer_arn = aws_lb.games.arn
  protocol          = "TCP"
  port              = 7777

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.brochure.arn
  }
}

resource "aws_elb" "classic" {
  name               = "classic"
  availability_zones = ["us-east-1a"]

  listener {
    lb_protocol        = "https"
    lb_port            = 443
    instance_protocol  = "http"
    instance_port      = 8080
    ssl_certificate_id = var.certificate_arn
  }

  listener {
    lb_protocol        = "SSL"
    lb_port            = 8443
    instance_protocol  = "SSL"
    instance_port      = 8443
    ssl_certificate_id = var.certificate_arn
  }
}
