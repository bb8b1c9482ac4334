resource "aws_lb" "silent" {
  name    = "silent"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
}

resource "aws_lb" "network" {
  name               = "network"
  load_balancer_type = "network"
  subnets            = ["subnet-0a1b2c3d4e5f60718"]

  access_logs {
    bucket  = "portal-access-logs"
    enabled = false
  }
}

# The block alone turns nothing on.
resource "aws_lb" "omitted" {
  name    = "omitted"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]

  access_logs {
    bucket = "portal-access-logs"
  }
}

# Connections are not requests.
resource "aws_lb" "connections" {
  name    = "connections"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]

  connection_logs {
    bucket  = "portal-access-logs"
    enabled = true
  }
}

resource "aws_elb" "classic" {
  name               = "classic"
  availability_zones = ["us-east-1a"]

  listener {
    lb_protocol       = "http"
    lb_port           = 80
    instance_protocol = "http"
    instance_port     = 8080
  }
}

resource "aws_elb" "off" {
  name               = "off"
  availability_zones = ["us-east-1a"]

  access_logs {
    bucket  = "portal-access-logs"
    enabled = false
  }

  listener {
    lb_protocol       = "http"
    lb_port           = 80
    instance_protocol = "http"
    instance_port     = 8080
  }
}
