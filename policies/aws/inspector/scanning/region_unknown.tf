# Another stack may turn Inspector on.
resource "aws_ecr_repository" "intake" {
  name = "intake"
}
