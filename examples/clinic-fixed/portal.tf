resource "aws_launch_template" "portal" {
  name_prefix   = "${local.name}-portal-"
  image_id      = var.app_ami
  instance_type = "m7g.large"

  vpc_security_group_ids = [aws_security_group.app.id]

  user_data = base64encode(templatefile("${path.module}/templates/portal.sh.tftpl", {
    environment = var.environment
    documents   = module.bucket["documents"].name
    sessions    = aws_dynamodb_table.sessions.name
  }))

  iam_instance_profile {
    arn = aws_iam_instance_profile.app.arn
  }

  monitoring {
    enabled = true
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 40
      volume_type = "gp3"
      encrypted   = true
      kms_key_id  = aws_kms_key.phi.arn
    }
  }
}

resource "aws_autoscaling_group" "portal" {
  name                = "${local.name}-portal"
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = local.app_subnets
  target_group_arns   = [aws_lb_target_group.portal.arn]
  health_check_type   = "ELB"

  launch_template {
    id      = aws_launch_template.portal.id
    version = aws_launch_template.portal.latest_version
  }
}

# Patients' sessions cache the head of their chart.
resource "aws_dynamodb_table" "sessions" {
  name                        = "${local.name}-patient-sessions"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "session"
  deletion_protection_enabled = true

  attribute {
    name = "session"
    type = "S"
  }

  ttl {
    attribute_name = "expires"
    enabled        = true
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.phi.arn
  }

  tags = local.phi
}
