variable "tags" {
  type = map(string)
}

resource "aws_lb" "records" {
  name               = "records"
  load_balancer_type = "network"
  subnets            = ["subnet-0123456789abcdef0"]

  tags = var.tags
}

# want: unknown phi
resource "aws_lb_listener" "records" {
  load_balancer_arn = aws_lb.records.arn
  port              = 5432
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/records/0123456789abcdef"
  }
}
