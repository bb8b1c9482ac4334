variable "db_password" {
  type      = string
  sensitive = true
  default   = "correct-horse"
}

resource "random_password" "db" {
  length = 20
}

resource "aws_instance" "exported" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  user_data = <<-EOT
    #!/bin/bash
    export DB_PASSWORD=${var.db_password}
    /opt/app/start
  EOT
}

resource "aws_instance" "generated" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
  user_data     = "#!/bin/bash\n/opt/app/start --password ${random_password.db.result}\n"
}

resource "aws_instance" "encoded" {
  ami              = "ami-0abcdef1234567890"
  instance_type    = "t4g.small"
  user_data_base64 = base64encode("#!/bin/bash\nmysql --user=app --password=correct-horse\n")
}

# The provider takes this as well.
resource "aws_instance" "encoded_in_text" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
  user_data     = base64encode("#!/bin/bash\ncurl -u app:correct-horse https://registry.example.com/v2/\n")
}

resource "aws_instance" "patient" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
  user_data     = "#!/bin/bash\n/opt/app/import --test-ssn 536-22-8471 # SSN 536-22-8471\n"
}

resource "aws_launch_template" "compressed" {
  name      = "compressed"
  image_id  = "ami-0abcdef1234567890"
  user_data = base64gzip("#!/bin/bash\nexport DB_PASSWORD=correct-horse\n")
}

variable "release" {
  type = string
}

# A part is not known, and another is enough.
resource "aws_instance" "template" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  user_data = <<-EOT
    #!/bin/bash
    docker pull registry.clinic.org/app:${var.release}
    export DB_PASSWORD=correct-horse
  EOT
}

resource "aws_launch_template" "config" {
  name     = "config"
  image_id = "ami-0abcdef1234567890"

  user_data = base64encode(yamlencode({
    write_files = [{ path = "/etc/app.json", content = jsonencode({ database = "postgres://app:correct-horse@db.internal/records" }) }]
  }))
}

resource "aws_launch_configuration" "key" {
  name_prefix   = "app-"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"

  user_data = <<EOT
[default]
aws_secret_access_key = ${join("", ["Zk3vW9bQ1xT7nL5", "pR8dY2mC4hJ6sF0gK", "aE3uV9wZ"])}
EOT
}

resource "aws_launch_configuration" "encoded" {
  name_prefix      = "app-"
  image_id         = "ami-0abcdef1234567890"
  instance_type    = "t3.small"
  user_data_base64 = base64encode("APP_TOKEN=${join("", ["9b74c9897bac770f", "fc029102a200c5de"])}\n")
}
