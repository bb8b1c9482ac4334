resource "github_repository" "records" {
  name          = "records"
  visibility    = "private"
  allow_forking = false
  topics        = ["phi", "go"]
}

# By the argument that visibility replaced, and a property that marks it.
resource "github_repository" "claims" {
  name    = "claims"
  private = true
}

resource "github_repository_custom_property" "claims" {
  repository     = github_repository.claims.name
  property_name  = "data-classification"
  property_type  = "single_select"
  property_value = ["PHI"]
}

# want: not_applicable
resource "github_repository" "website" {
  name       = "website"
  visibility = "public"
}
