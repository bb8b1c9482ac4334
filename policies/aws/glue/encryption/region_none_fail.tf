# whole-account
resource "aws_glue_catalog_database" "charts" {
  name = "charts"
}
