resource "aws_lb_target_group" "app" {
  for_each = toset(["blue", "green"])

  name     = each.key
  port     = 443
  protocol = "HTTPS"
  vpc_id   = "vpc-0123456789abcdef0"
}

resource "aws_autoscaling_group" "app" {
  name              = "app"
  min_size          = 2
  max_size          = 6
  health_check_type = "ELB"
  target_group_arns = [for group in aws_lb_target_group.app : group.arn]

  launch_template {
    id = "lt-0123456789abcdef0"
  }
}

resource "aws_autoscaling_group" "attached" {
  name_prefix       = "attached-"
  min_size          = 2
  max_size          = 6
  health_check_type = "EBS,ELB"
}

resource "aws_autoscaling_attachment" "attached" {
  autoscaling_group_name = aws_autoscaling_group.attached.id
  lb_target_group_arn    = aws_lb_target_group.app["blue"].arn
}

resource "aws_autoscaling_group" "classic" {
  name              = "classic"
  min_size          = 2
  max_size          = 6
  health_check_type = "ELB"
  load_balancers    = ["portal"]
}

resource "aws_autoscaling_group" "lattice" {
  name              = "lattice"
  min_size          = 2
  max_size          = 6
  health_check_type = "VPC_LATTICE"
}

resource "aws_autoscaling_traffic_source_attachment" "lattice" {
  autoscaling_group_name = aws_autoscaling_group.lattice.id

  traffic_source {
    identifier = "arn:aws:vpc-lattice:eu-west-1:111122223333:targetgroup/tg-0123456789abcdef0"
    type       = "vpc-lattice"
  }
}

resource "aws_autoscaling_group" "source" {
  name              = "source"
  min_size          = 2
  max_size          = 6
  health_check_type = "ELB"

  traffic_source {
    identifier = aws_lb_target_group.app["green"].arn
    type       = "elbv2"
  }
}

# It works off a queue.
resource "aws_autoscaling_group" "workers" {
  name     = "workers"
  min_size = 0
  max_size = 6
}
