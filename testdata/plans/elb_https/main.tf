locals {
  phi = { DataClass = "PHI" }
}

resource "aws_lb" "portal" {
  name    = "portal"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
}

# want: fail https
# want: not_applicable phi
resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.portal.arn
  protocol          = "HTTP"
  port              = 80

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.portal.arn
  }
}

# Application load balancers listen for HTTP where nothing else is said.
# want: fail https
resource "aws_lb_listener" "omitted" {
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

# A redirect keeps the protocol where it names none.
# want: fail https
resource "aws_lb_listener" "redirect_to_http" {
  load_balancer_arn = aws_lb.portal.arn
  protocol          = "HTTP"
  port              = 8081

  default_action {
    type = "redirect"

    redirect {
      path        = "/portal"
      status_code = "HTTP_301"
    }
  }
}

# want: fail https
resource "aws_alb_listener" "old_name" {
  load_balancer_arn = aws_lb.portal.arn
  protocol          = "HTTP"
  port              = 8082

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.portal.arn
  }
}

# want: fail phi
resource "aws_lb_target_group" "portal" {
  name     = "portal"
  vpc_id   = "vpc-0a1b2c3d4e5f60718"
  protocol = "HTTP"
  port     = 8080

  tags = local.phi
}

# want: fail phi
resource "aws_lb_target_group" "dicom" {
  for_each = toset(["TCP", "UDP", "TCP_UDP"])

  name     = "dicom-${lower(replace(each.key, "_", "-"))}"
  vpc_id   = "vpc-0a1b2c3d4e5f60718"
  protocol = each.key
  port     = 11112

  tags = local.phi
}

resource "aws_lb" "interfaces" {
  name               = "interfaces"
  load_balancer_type = "network"
  subnets            = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]

  tags = local.phi
}

# Its load balancer holds PHI.
# want: not_applicable https
# want: fail phi
resource "aws_lb_listener" "hl7" {
  load_balancer_arn = aws_lb.interfaces.arn
  protocol          = "TCP"
  port              = 2575

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.dicom["TCP"].arn
  }
}

# It holds PHI itself.
# want: fail phi
resource "aws_lb_listener" "dicom" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/imaging/50dc6c495c0c9188"
  protocol          = "UDP"
  port              = 11112

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.dicom["UDP"].arn
  }

  tags = local.phi
}

# want: fail https
resource "aws_elb" "classic" {
  name               = "classic"
  availability_zones = ["us-east-1a"]

  listener {
    lb_protocol        = "https"
    lb_port            = 443
    instance_protocol  = "http"
    instance_port      = 8080
    ssl_certificate_id = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  }

  listener {
    lb_protocol       = "http"
    lb_port           = 80
    instance_protocol = "http"
    instance_port     = 8080
  }
}

# want: fail https
resource "aws_elb" "classic_tcp" {
  name               = "classic-tcp"
  availability_zones = ["us-east-1a"]

  listener {
    lb_protocol       = "TCP"
    lb_port           = 443
    instance_protocol = "TCP"
    instance_port     = 8443
  }
}
