variable "protocol" {
  type = string
}

variable "redirect" {
  type = map(string)
}

variable "listeners" {
  type = list(object({ protocol = string, port = number }))
}

variable "tags" {
  type = map(string)
}

variable "port" {
  type = number
}

data "aws_lb" "shared" {
  name = "shared"
}

# want: unknown https
resource "aws_lb_listener" "protocol" {
  load_balancer_arn = data.aws_lb.shared.arn
  protocol          = var.protocol
  port              = 443

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.class.arn
  }
}

# The listener of a gateway load balancer has neither protocol nor port.
# want: unknown https
resource "aws_lb_listener" "port" {
  load_balancer_arn = data.aws_lb.shared.arn
  port              = var.port

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.class.arn
  }
}

# want: unknown https
resource "aws_lb_listener" "action" {
  load_balancer_arn = data.aws_lb.shared.arn
  protocol          = "HTTP"
  port              = 80

  default_action {
    type = "redirect"

    redirect {
      protocol    = var.redirect["protocol"]
      status_code = "HTTP_301"
    }
  }
}

# The load balancer is in another stack, so whether it holds PHI is not known.
# want: not_applicable https
# want: unknown phi
resource "aws_lb_listener" "network" {
  load_balancer_arn = data.aws_lb.shared.arn
  protocol          = "TCP"
  port              = 2575

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.class.arn
  }
}

resource "aws_lb" "tagged_later" {
  name               = "tagged-later"
  load_balancer_type = "network"
  subnets            = ["subnet-0a1b2c3d4e5f60718"]
  tags               = var.tags
}

# want: unknown phi
resource "aws_lb_listener" "of_unknown_class" {
  load_balancer_arn = aws_lb.tagged_later.arn
  protocol          = "TCP"
  port              = 2575

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.class.arn
  }
}

# want: unknown phi
resource "aws_lb_target_group" "class" {
  name     = "class"
  vpc_id   = "vpc-0a1b2c3d4e5f60718"
  protocol = "HTTP"
  port     = 8080
  tags     = var.tags
}

# want: unknown phi
resource "aws_lb_target_group" "protocol" {
  name     = "protocol"
  vpc_id   = "vpc-0a1b2c3d4e5f60718"
  protocol = var.protocol
  port     = 8080

  tags = { DataClass = "PHI" }
}

# want: unknown https
resource "aws_elb" "classic" {
  name               = "classic"
  availability_zones = ["us-east-1a"]

  dynamic "listener" {
    for_each = var.listeners

    content {
      lb_protocol       = listener.value.protocol
      lb_port           = listener.value.port
      instance_protocol = "http"
      instance_port     = 8080
    }
  }
}
