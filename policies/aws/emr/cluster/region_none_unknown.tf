# whole-account
resource "aws_emr_cluster" "this" {
  name          = "charts"
  release_label = "emr-7.5.0"
  service_role  = "emr"
}
