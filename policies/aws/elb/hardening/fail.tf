# want: fail deletion
# want: fail headers
# want: pass desync
resource "aws_lb" "silent" {
  name    = "silent"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
}

# want: pass deletion
# want: pass headers
# want: fail desync
resource "aws_lb" "watching" {
  name                       = "watching"
  subnets                    = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  enable_deletion_protection = true
  drop_invalid_header_fields = true
  desync_mitigation_mode     = "monitor"
}

# want: fail deletion
# want: fail headers
resource "aws_lb" "off" {
  name                       = "off"
  subnets                    = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  enable_deletion_protection = false
  drop_invalid_header_fields = false
}

# want: fail deletion
# want: fail zones
resource "aws_lb" "hl7" {
  name               = "hl7"
  subnets            = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  load_balancer_type = "network"
}

# want: fail zones
# want: pass desync
resource "aws_elb" "classic" {
  name                      = "classic"
  availability_zones        = ["us-east-1a"]
  cross_zone_load_balancing = false

  listener {
    lb_protocol        = "https"
    lb_port            = 443
    instance_protocol  = "https"
    instance_port      = 8443
    ssl_certificate_id = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  }
}

# want: fail desync
resource "aws_elb" "watching" {
  name                   = "watching"
  availability_zones     = ["us-east-1a"]
  desync_mitigation_mode = "monitor"

  listener {
    lb_protocol        = "https"
    lb_port            = 443
    instance_protocol  = "https"
    instance_port      = 8443
    ssl_certificate_id = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  }
}

