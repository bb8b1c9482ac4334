# Receives studies from the scanners, keeps them on a volume while they are
# indexed, and shares the thumbnails with the portal.

resource "aws_instance" "imaging" {
  ami                    = var.app_ami
  instance_type          = "m7g.xlarge"
  subnet_id              = local.app_subnets[0]
  vpc_security_group_ids = [aws_security_group.app.id]
  iam_instance_profile   = aws_iam_instance_profile.app.name
  ebs_optimized          = true
  monitoring             = true

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = 40
    encrypted   = true
    kms_key_id  = aws_kms_key.phi.arn
  }

  tags = merge(local.phi, { Name = "${local.name}-imaging" })
}

resource "aws_ebs_volume" "studies" {
  availability_zone = local.subnets["app-a"].zone
  type              = "gp3"
  size              = 2000
  encrypted         = true
  kms_key_id        = aws_kms_key.phi.arn

  tags = merge(local.phi, { Name = "${local.name}-studies" })
}

resource "aws_volume_attachment" "studies" {
  device_name = "/dev/sdf"
  instance_id = aws_instance.imaging.id
  volume_id   = aws_ebs_volume.studies.id
}

resource "aws_efs_file_system" "thumbnails" {
  encrypted  = true
  kms_key_id = aws_kms_key.phi.arn

  lifecycle_policy {
    transition_to_ia = "AFTER_30_DAYS"
  }

  tags = merge(local.phi, { Name = "${local.name}-thumbnails" })
}

# Whoever mounts it does so over TLS.
resource "aws_efs_file_system_policy" "thumbnails" {
  file_system_id = aws_efs_file_system.thumbnails.id
  policy         = data.aws_iam_policy_document.thumbnails.json
}

data "aws_iam_policy_document" "thumbnails" {
  statement {
    actions   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
    resources = [aws_efs_file_system.thumbnails.arn]

    principals {
      type        = "AWS"
      identifiers = [aws_iam_role.app.arn]
    }
  }

  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = [aws_efs_file_system.thumbnails.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_efs_mount_target" "thumbnails" {
  count = length(local.data_subnets)

  file_system_id  = aws_efs_file_system.thumbnails.id
  subnet_id       = local.data_subnets[count.index]
  security_groups = [aws_security_group.data["nfs"].id]
}
