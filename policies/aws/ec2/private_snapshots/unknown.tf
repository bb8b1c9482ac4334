variable "partner" {
  type = string
}

variable "share" {
  type = bool
}

resource "aws_organizations_account" "analytics" {
  name  = "analytics"
  email = "analytics@example.org"
}

# want: unknown public
# want: unknown accounts
resource "aws_ebs_snapshot" "given" {
  volume_id = "vol-0123456789abcdef0"

  tags = { DataClass = "PHI" }
}

resource "aws_snapshot_create_volume_permission" "given" {
  snapshot_id = aws_ebs_snapshot.given.id
  account_id  = var.partner
}

# Whether there is a permission is not decided.
# want: unknown accounts
resource "aws_ebs_snapshot_copy" "perhaps" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "us-east-1"

  tags = { DataClass = "PHI" }
}

resource "aws_snapshot_create_volume_permission" "perhaps" {
  count = var.share ? 1 : 0

  snapshot_id = aws_ebs_snapshot_copy.perhaps.id
  account_id  = "444455556666"
}

# The account has no number before apply.
# want: pass public
# want: unknown accounts
resource "aws_ebs_snapshot_copy" "analytics" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "us-east-1"

  tags = { DataClass = "PHI" }
}

resource "aws_snapshot_create_volume_permission" "analytics" {
  snapshot_id = aws_ebs_snapshot_copy.analytics.id
  account_id  = aws_organizations_account.analytics.id
}

# The volume that it was taken of may hold PHI: it is not declared here.
# want: pass public
# want: unknown accounts
resource "aws_ebs_snapshot" "elsewhere" {
  volume_id = "vol-0fedcba9876543210"
}

resource "aws_snapshot_create_volume_permission" "elsewhere" {
  snapshot_id = aws_ebs_snapshot.elsewhere.id
  account_id  = "444455556666"
}
