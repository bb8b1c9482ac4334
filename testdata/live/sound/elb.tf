resource "aws_acm_certificate" "imaging" {
  domain_name       = "imaging.example.org"
  validation_method = "DNS"
}

resource "aws_elb" "imaging" {
  name                      = "imaging"
  availability_zones        = ["eu-west-1a"]
  internal                  = true
  cross_zone_load_balancing = true
  access_logs {
    bucket   = aws_s3_bucket.all["clinic-access-logs"].id
    interval = 60
  }
  listener {
    lb_protocol        = "https"
    lb_port            = 443
    instance_protocol  = "https"
    instance_port      = 8443
    ssl_certificate_id = aws_acm_certificate.imaging.arn
  }
}

resource "aws_autoscaling_group" "viewer" {
  name               = "viewer"
  min_size           = 0
  max_size           = 2
  availability_zones = ["eu-west-1a"]
  load_balancers     = [aws_elb.imaging.name]
  health_check_type  = "ELB"

  launch_template {
    name = aws_launch_template.viewer.name
  }
}
