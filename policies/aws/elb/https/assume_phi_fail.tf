resource "aws_lb" "records" {
  name               = "records"
  load_balancer_type = "network"
  subnets            = ["subnet-0123456789abcdef0"]
}

# want: fail phi
resource "aws_lb_listener" "records" {
  load_balancer_arn = aws_lb.records.arn
  port              = 5432
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/records/0123456789abcdef"
  }
}

# want: fail phi
resource "aws_lb_target_group" "records" {
  name     = "records"
  port     = 443
  protocol = "HTTP"
  vpc_id   = "vpc-0123456789abcdef0"
}
