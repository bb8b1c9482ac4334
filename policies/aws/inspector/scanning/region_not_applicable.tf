# Another stack of the account may turn Inspector on.
resource "aws_ecr_repository" "intake" {
  name = "intake"
}
