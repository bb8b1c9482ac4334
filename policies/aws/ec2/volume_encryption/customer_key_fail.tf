# want: pass encrypted
# want: fail customer_key
resource "aws_ebs_volume" "silent" {
  availability_zone = "us-east-1a"
  size              = 40
  encrypted         = true
}

# want: fail customer_key
resource "aws_instance" "silent" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
}
