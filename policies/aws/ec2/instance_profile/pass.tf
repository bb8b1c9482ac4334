resource "aws_iam_role" "app" {
  name = "app"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_instance_profile" "app" {
  name = "app"
  role = aws_iam_role.app.name
}

resource "aws_instance" "app" {
  count = 2

  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.small"
  iam_instance_profile = aws_iam_instance_profile.app.name
}

resource "aws_launch_template" "by_arn" {
  name_prefix = "by-arn-"
  image_id    = "ami-0123456789abcdef0"

  iam_instance_profile {
    arn = aws_iam_instance_profile.app.arn
  }
}

resource "aws_launch_template" "by_name" {
  name     = "by-name"
  image_id = "ami-0123456789abcdef0"

  iam_instance_profile {
    name = "app"
  }
}

resource "aws_instance" "launched" {
  instance_type = "t3.small"

  launch_template {
    id      = aws_launch_template.by_arn.id
    version = "$Latest"
  }
}

resource "aws_instance" "launched_by_name" {
  instance_type = "t3.small"

  launch_template {
    name = "by-name"
  }
}

# want: not_applicable
resource "aws_launch_template" "nodes" {
  name     = "nodes"
  image_id = "ami-0123456789abcdef0"
}

resource "aws_eks_node_group" "nodes" {
  cluster_name    = "clinic"
  node_group_name = "nodes"
  node_role_arn   = "arn:aws:iam::111122223333:role/nodes"
  subnet_ids      = ["subnet-0123456789abcdef0"]

  scaling_config {
    desired_size = 1
    max_size     = 2
    min_size     = 1
  }

  launch_template {
    id      = aws_launch_template.nodes.id
    version = "$Latest"
  }
}

# want: not_applicable
resource "aws_launch_template" "named_nodes" {
  name     = "named-nodes"
  image_id = "ami-0123456789abcdef0"
}

resource "aws_eks_node_group" "named_nodes" {
  cluster_name    = "clinic"
  node_group_name = "named-nodes"
  node_role_arn   = "arn:aws:iam::111122223333:role/nodes"
  subnet_ids      = ["subnet-0123456789abcdef0"]

  scaling_config {
    desired_size = 1
    max_size     = 2
    min_size     = 1
  }

  launch_template {
    name    = "named-nodes"
    version = "$Latest"
  }
}
