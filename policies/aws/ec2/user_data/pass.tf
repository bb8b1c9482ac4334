data "aws_region" "current" {}

resource "aws_secretsmanager_secret" "db" {
  name = "clinic/db"
}

resource "aws_instance" "none" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
}

resource "aws_instance" "reads_at_boot" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  user_data = <<-EOT
    #!/bin/bash
    TOKEN=$(curl -sX PUT http://169.254.169.254/latest/api/token -H "X-aws-ec2-metadata-token-ttl-seconds: 300")
    export DB_PASSWORD="$(aws secretsmanager get-secret-value --secret-id ${aws_secretsmanager_secret.db.arn} --query SecretString --output text)"
    /opt/app/start
  EOT
}

resource "aws_instance" "encoded" {
  ami              = "ami-0abcdef1234567890"
  instance_type    = "t4g.small"
  user_data_base64 = base64encode("#!/bin/bash\n/opt/app/start --password-file /run/secrets/db\n")
}

resource "aws_launch_template" "app" {
  name     = "app"
  image_id = "ami-0abcdef1234567890"

  user_data = base64encode(join("\n", [
    "#cloud-config",
    "packages: [nginx]",
    "runcmd:",
    "  - systemctl enable nginx",
  ]))
}

resource "aws_launch_template" "compressed" {
  name      = "compressed"
  image_id  = "ami-0abcdef1234567890"
  user_data = base64gzip("#!/bin/bash\n/opt/app/start\n")
}

resource "aws_launch_configuration" "app" {
  name_prefix   = "app-"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"
  user_data     = "#!/bin/bash\n/opt/app/start\n"
}

resource "aws_launch_configuration" "encoded" {
  name_prefix      = "app-"
  image_id         = "ami-0abcdef1234567890"
  instance_type    = "t3.small"
  user_data_base64 = base64encode("#!/bin/bash\n/opt/app/start\n")
}
