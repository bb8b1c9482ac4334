# whole-account
variable "document" {
  type = string
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
}

resource "aws_ssm_association" "document" {
  name = var.document
}
