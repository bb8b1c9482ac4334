// Package terraform turns Terraform configuration (.tf, .tf.json, .tofu), plans
// and state into a resource.Set, without a network and without a terraform binary.
//
// Configuration goes through four stages, each in files of its own:
//
//	discover.go  paths -> root modules
//	parse*.go    files -> module: blocks, and expressions with wrapped operators (package opaque)
//	instance.go  module -> instance: lazily evaluated variables, locals, resources, calls
//	values.go    instance -> resource.Resource: the attributes that policies want
//
// Nothing is evaluated before something asks for it, and everything at most once
// per module instance. What cannot be evaluated is unknown with a cause; what
// could not be read is a gap. Neither ever becomes null, a zero value or a default.
package terraform
