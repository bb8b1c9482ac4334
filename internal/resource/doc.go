// Package resource is the vocabulary of everything that can be judged.
//
// A source (internal/terraform today; an AWS account, a GitHub organisation and
// files later) turns what it reads into a Set of Resources in the shape that
// Terraform's providers give them. internal/phi marks which of them hold PHI and
// internal/checks judges them. The package knows no policy, no file format and
// no network: it imports go-cty, hcl's positions and the standard library.
//
// Three things travel beside the values, as cty marks, so that no later stage
// has to guess: why a value is unknown (Cause), which resource a value names
// (Ref), and under which condition it exists at all (Maybe).
package resource
