variable "policy" {
  type = string
}

variable "path" {
  type = string
}

variable "users" {
  type = list(number)
}

# want: unknown tls
# want: unknown identity
resource "aws_efs_file_system" "policy" {
  creation_token = "policy"
}

resource "aws_efs_file_system_policy" "policy" {
  file_system_id = aws_efs_file_system.policy.id
  policy         = var.policy
}

# want: unknown user
# want: unknown root
resource "aws_efs_access_point" "path" {
  file_system_id = aws_efs_file_system.policy.id

  dynamic "posix_user" {
    for_each = var.users
    content {
      uid = posix_user.value
      gid = 1000
    }
  }

  root_directory {
    path = var.path
  }
}
