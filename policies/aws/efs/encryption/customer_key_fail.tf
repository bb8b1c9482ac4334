# want: pass encrypted
# want: fail customer_key
resource "aws_efs_file_system" "silent" {
  creation_token = "silent"
  encrypted      = true
}
