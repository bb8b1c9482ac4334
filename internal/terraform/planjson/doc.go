// Package planjson turns what `terraform show -json` prints, of a plan or of a
// state, into the same resources that the configuration itself would give.
//
// A plan knows more than its configuration (data sources, counts over what exists)
// and less: a value that depends on what is yet to be created is just "known after
// apply". The configuration part of the document says which references such a
// value is made of, so that a reference to exactly one resource's identity becomes
// the same token as in configuration. Where the configuration itself is at hand
// (Options.Source), its values settle what the plan leaves open.
//
// The format: https://developer.hashicorp.com/terraform/internals/json-format.
package planjson
