resource "aws_default_security_group" "open" {
  vpc_id = aws_vpc.open.id
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}
