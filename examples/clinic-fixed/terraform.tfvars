environment        = "prod"
availability_zones = ["us-east-1a", "us-east-1b"]
certificate_arn    = "arn:aws:acm:us-east-1:111122223333:certificate/6d7e2f0a-0b1c-4d5e-8f90-a1b2c3d4e5f6"
app_ami            = "ami-0abcdef1234567890"
release_bucket     = "clinic-releases"
alerts_email       = "on-call@example.org"
alerts_phone       = "+1-555-0100"

database = {
  instance_class    = "db.m7g.large"
  allocated_storage = 200
}
