// Package function is the function list of Terraform 1.11 for the evaluator of
// package terraform, made safe for two things that Terraform itself need not
// expect: values that only apply fills, and authors who mean harm.
//
// The functions come from go-cty, go-cty-funcs and go-cty-yaml as far as they
// exist there. Each is called through a wrapper (call.go) that knows
// from one table (table.go) what the function does with its arguments:
//
//   - it carries a value along (jsonencode, merge, join): then an identity that
//     stands as a placeholder in a text goes along too, marks included;
//   - it looks at a value (regex, contains, md5): then what apply decides is made
//     unknown before the call, so that nothing is concluded from a placeholder.
//
// An unknown result says why: it carries the causes of the arguments. What could
// take unbounded time or memory is refused with an error that names the limit.
// Functions read files below one directory only, and never the clock, the
// environment, the network or randomness.
package function
