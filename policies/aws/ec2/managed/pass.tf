data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "app" {
  for_each = toset(["app", "worker"])

  name               = each.key
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_instance_profile" "app" {
  for_each = aws_iam_role.app

  name = each.value.name
  role = each.value.name
}

resource "aws_iam_role_policy_attachment" "core" {
  role       = aws_iam_role.app["app"].name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_policy_attachment" "core" {
  name       = "core"
  roles      = [aws_iam_role.app["worker"].name]
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_instance" "app" {
  for_each = aws_iam_instance_profile.app

  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.small"
  iam_instance_profile = each.value.name
}

resource "aws_launch_template" "web" {
  name     = "web"
  image_id = "ami-0123456789abcdef0"
}

resource "aws_instance" "web" {
  instance_type = "t3.small"

  launch_template {
    id = aws_launch_template.web.id
  }
}
