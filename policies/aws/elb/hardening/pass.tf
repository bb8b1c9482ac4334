# want: pass deletion
# want: pass headers
# want: pass desync
# want: not_applicable zones
resource "aws_lb" "portal" {
  name                       = "portal"
  subnets                    = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  enable_deletion_protection = true
  drop_invalid_header_fields = true
}

# want: pass deletion
# want: pass headers
# want: pass desync
# want: not_applicable zones
resource "aws_lb" "strict" {
  name                       = "strict"
  subnets                    = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  enable_deletion_protection = true
  drop_invalid_header_fields = true
  desync_mitigation_mode     = "strictest"
}

# want: pass deletion
# want: not_applicable headers
# want: not_applicable desync
# want: pass zones
resource "aws_lb" "hl7" {
  name                             = "hl7"
  subnets                          = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  load_balancer_type               = "network"
  enable_deletion_protection       = true
  enable_cross_zone_load_balancing = true
}

# want: pass deletion
# want: not_applicable headers
# want: not_applicable desync
# want: not_applicable zones
resource "aws_lb" "inspection" {
  name                       = "inspection"
  subnets                    = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  load_balancer_type         = "gateway"
  enable_deletion_protection = true
}

# want: not_applicable deletion
# want: not_applicable headers
# want: pass desync
# want: pass zones
resource "aws_elb" "classic" {
  name               = "classic"
  availability_zones = ["us-east-1a"]

  listener {
    lb_protocol        = "https"
    lb_port            = 443
    instance_protocol  = "https"
    instance_port      = 8443
    ssl_certificate_id = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  }
}

# want: not_applicable deletion
# want: not_applicable headers
# want: pass desync
# want: pass zones
resource "aws_elb" "explicit" {
  name                      = "explicit"
  availability_zones        = ["us-east-1a"]
  cross_zone_load_balancing = true
  desync_mitigation_mode    = "strictest"

  listener {
    lb_protocol        = "https"
    lb_port            = 443
    instance_protocol  = "https"
    instance_port      = 8443
    ssl_certificate_id = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  }
}

