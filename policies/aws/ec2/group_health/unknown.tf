variable "checks" {
  type = string
}

variable "target_groups" {
  type = list(string)
}

resource "aws_autoscaling_group" "by_variable" {
  name              = "by-variable"
  min_size          = 2
  max_size          = 6
  health_check_type = var.checks
  load_balancers    = ["portal"]
}

resource "aws_autoscaling_group" "perhaps_balanced" {
  name              = "perhaps-balanced"
  min_size          = 2
  max_size          = 6
  target_group_arns = var.target_groups
}

resource "aws_autoscaling_group" "handed" {
  name     = "handed"
  min_size = 2
  max_size = 6
}

# The module may attach it to a load balancer.
module "balancer" {
  source = "git::https://git.example.com/modules/balancer.git"

  autoscaling_group = aws_autoscaling_group.handed.name
}
