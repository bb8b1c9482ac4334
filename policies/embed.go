// Package policies holds the built-in policies. Adding one is adding a folder
// and running `go generate ./policies`, which writes the index that tells the
// engine which policies a resource type needs, and compiles them. The notation is specified in the
// package comment of internal/checks.
package policies

import "embed"

//go:generate env HIPAACTL_UPDATE=1 go test -count=1 -run ^TestGeneratedIsFresh$ .

// FS is the tree of policies with its index, what was compiled of it and the examples that their pages show.
//
//go:embed index.json compiled.bin lib/*.rego aws/*/*/*.rego aws/*/*/*pass.tf aws/*/*/*fail.tf aws/*/*/live_pass.json aws/*/*/live_fail.json
//go:embed github/*/*.rego github/*/*pass.tf github/*/*fail.tf github/*/live_pass.json github/*/live_fail.json
//go:embed files/*/*.rego files/*/*pass.txtar files/*/*fail.txtar
var FS embed.FS
