# want: fail private
# want: pass forking
resource "github_repository" "records" {
  name       = "records"
  visibility = "public"
  topics     = ["phi"]
}

# Public, since nothing says otherwise.
# want: fail private
# want: pass forking
resource "github_repository" "claims" {
  name = "claims"
}

resource "github_repository_topics" "claims" {
  repository = github_repository.claims.name
  topics     = ["ephi"]
}

# want: pass private
# want: fail forking
resource "github_repository" "intake" {
  name          = "phi-intake"
  visibility    = "internal"
  allow_forking = true
}
