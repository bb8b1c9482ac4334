resource "aws_lb_target_group" "app" {
  name     = "app"
  port     = 443
  protocol = "HTTPS"
  vpc_id   = "vpc-0123456789abcdef0"
}

resource "aws_autoscaling_group" "silent" {
  name              = "silent"
  min_size          = 2
  max_size          = 6
  target_group_arns = [aws_lb_target_group.app.arn]
}

resource "aws_autoscaling_group" "classic" {
  name              = "classic"
  min_size          = 2
  max_size          = 6
  health_check_type = "EC2"
  load_balancers    = ["portal"]
}

resource "aws_autoscaling_group" "attached" {
  for_each = toset(["blue", "green"])

  name     = each.key
  min_size = 2
  max_size = 6
}

resource "aws_autoscaling_attachment" "attached" {
  for_each = aws_autoscaling_group.attached

  autoscaling_group_name = each.value.name
  lb_target_group_arn    = aws_lb_target_group.app.arn
}

resource "aws_autoscaling_group" "lattice" {
  name              = "lattice"
  min_size          = 2
  max_size          = 6
  health_check_type = "ELB"

  dynamic "traffic_source" {
    for_each = ["arn:aws:vpc-lattice:eu-west-1:111122223333:targetgroup/tg-0123456789abcdef0"]

    content {
      identifier = traffic_source.value
      type       = "vpc-lattice"
    }
  }
}

resource "aws_autoscaling_group" "source" {
  name     = "source"
  min_size = 2
  max_size = 6
}

resource "aws_autoscaling_traffic_source_attachment" "source" {
  autoscaling_group_name = aws_autoscaling_group.source.name

  traffic_source {
    identifier = aws_lb_target_group.app.arn
    type       = "elbv2"
  }
}
