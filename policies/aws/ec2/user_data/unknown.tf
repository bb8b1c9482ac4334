variable "db_password" {
  type      = string
  sensitive = true
}

variable "script" {
  type = string
}

resource "aws_instance" "by_variable" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
  user_data     = "#!/bin/bash\nexport DB_PASSWORD=${var.db_password}\n"
}

resource "aws_instance" "encoded" {
  ami              = "ami-0abcdef1234567890"
  instance_type    = "t4g.small"
  user_data_base64 = base64encode(var.script)
}

data "cloudinit_config" "app" {
  part {
    content = "#!/bin/bash\n/opt/app/start\n"
  }
}

resource "aws_launch_template" "cloud_init" {
  name      = "cloud-init"
  image_id  = "ami-0abcdef1234567890"
  user_data = data.cloudinit_config.app.rendered
}

# What looks like the front of a compressed text, and is none.
resource "aws_launch_template" "compressed" {
  name      = "compressed"
  image_id  = "ami-0abcdef1234567890"
  user_data = "H4sIAAAAAAAAA8tIzcnJBwCGphA2"
}

# What is known holds nothing; the rest may.
resource "aws_instance" "template" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
  user_data     = "#!/bin/bash\nexport DB_HOST=db.internal\n${var.script}\n/opt/app/start\n"
}

resource "aws_launch_configuration" "by_variable" {
  name_prefix   = "app-"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"
  user_data     = var.script
}
