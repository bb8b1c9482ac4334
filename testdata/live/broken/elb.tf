
resource "aws_autoscaling_group" "kiosk" {
  name               = "kiosk"
  min_size           = 0
  max_size           = 2
  availability_zones = ["eu-west-1a"]
  load_balancers     = ["legacy"]

  launch_template {
    name = aws_launch_template.kiosk.name
  }
}
