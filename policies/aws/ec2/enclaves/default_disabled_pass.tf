# The Region's defaults hold where the host says nothing.
resource "aws_ec2_instance_metadata_defaults" "region" {
  http_endpoint = "disabled"
}

resource "aws_security_group" "hosts" {
  name   = "hosts"
  vpc_id = "vpc-0123456789abcdef0"
}

resource "aws_instance" "keys" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "m6i.xlarge"
  subnet_id                   = "subnet-0123456789abcdef0"
  associate_public_ip_address = false
  vpc_security_group_ids      = [aws_security_group.hosts.id]

  enclave_options {
    enabled = true
  }
}
