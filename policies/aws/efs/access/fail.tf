# want: fail tls
# want: fail identity
resource "aws_efs_file_system" "silent" {
  creation_token = "silent"
}

# want: fail tls
# want: fail identity
resource "aws_efs_file_system" "open" {
  creation_token = "open"
}

resource "aws_efs_file_system_policy" "open" {
  file_system_id = aws_efs_file_system.open.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "elasticfilesystem:ClientMount"
      Resource  = "*"
      Condition = { Bool = { "elasticfilesystem:AccessedViaMountTarget" = "true" } }
    }]
  })
}

# want: fail user
# want: fail root
resource "aws_efs_access_point" "silent" {
  file_system_id = aws_efs_file_system.open.id
}

# want: pass user
# want: fail root
resource "aws_efs_access_point" "root" {
  file_system_id = aws_efs_file_system.open.id

  posix_user {
    uid = 0
    gid = 0
  }

  root_directory {
    path = "/"
  }
}
