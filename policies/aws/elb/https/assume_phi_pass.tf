resource "aws_lb" "records" {
  name               = "records"
  load_balancer_type = "network"
  subnets            = ["subnet-0123456789abcdef0"]
}

resource "aws_lb_listener" "records" {
  load_balancer_arn = aws_lb.records.arn
  port              = 443
  protocol          = "TLS"
  certificate_arn   = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/records/0123456789abcdef"
  }
}

resource "aws_lb" "telemetry" {
  name               = "telemetry"
  load_balancer_type = "network"
  subnets            = ["subnet-0123456789abcdef0"]

  tags = { DataClass = "public" }
}

# want: not_applicable phi
resource "aws_lb_listener" "telemetry" {
  load_balancer_arn = aws_lb.telemetry.arn
  port              = 8883
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/records/0123456789abcdef"
  }
}

resource "aws_lb_target_group" "records" {
  name     = "records"
  port     = 443
  protocol = "HTTPS"
  vpc_id   = "vpc-0123456789abcdef0"
}
