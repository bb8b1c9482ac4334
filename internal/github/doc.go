// Package github reads live repositories and organizations into a resource.Set in the
// shape that the Terraform GitHub provider (integrations/github, version 6) gives the same
// things, so that the policies that judge code judge settings unchanged.
//
// A part reads some resource types of one repository, or of the owner. Only the parts whose
// types something wants are run, and the least permissions are derived from the operations
// that they declare (Permissions). The owner is the account of a resource's scope, and the
// repository its region: root, scope and gap of what belongs to acme/records are acme/records.
//
// What holds on a branch is the sum of classic protection and of the rulesets of the
// repository, its organization and its enterprise. GitHub says itself which active rulesets
// apply to the default branch; each is one github_repository_ruleset of the repository.
//
// As in accounts, three things are told apart: a value that GitHub answered, "not
// configured", and everything else, which is unknown with the call and the permission to
// grant. GitHub hides what a token may not see behind 404, so that this alone never means
// "not configured".
//
// Only GET requests are sent: all others are refused before they leave the process, but for
// the one by which a GitHub App gets its token.
package github
