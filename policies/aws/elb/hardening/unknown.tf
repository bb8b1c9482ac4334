variable "protect" {
  type = bool
}

variable "mode" {
  type = string
}

variable "kind" {
  type = string
}

# want: unknown deletion
# want: unknown headers
# want: unknown desync
resource "aws_lb" "by_variable" {
  name                       = "by-variable"
  subnets                    = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  enable_deletion_protection = var.protect
  drop_invalid_header_fields = var.protect
  desync_mitigation_mode     = var.mode
}

# want: unknown headers
resource "aws_lb" "of_some_kind" {
  name               = "of-some-kind"
  subnets            = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  load_balancer_type = var.kind
}

# want: unknown zones
resource "aws_lb" "hl7" {
  name                             = "hl7"
  subnets                          = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  load_balancer_type               = "network"
  enable_cross_zone_load_balancing = var.protect
  enable_deletion_protection       = true
}

# want: unknown zones
resource "aws_elb" "classic" {
  name                      = "classic"
  availability_zones        = ["us-east-1a"]
  cross_zone_load_balancing = var.protect

  listener {
    lb_protocol        = "https"
    lb_port            = 443
    instance_protocol  = "https"
    instance_port      = 8443
    ssl_certificate_id = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  }
}

