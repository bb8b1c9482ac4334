// Package aws reads live AWS accounts into a resource.Set in the shape that the
// Terraform AWS provider (version 6) gives the same things, so that the policies
// that judge code judge accounts unchanged.
//
// A service is one file: the operations it calls, declared as values, and a list
// of parts. A part reads some resource types in one account and region. Only the
// parts whose types something wants are run, and the least IAM permissions are
// derived from the operations that they declare (Permissions).
//
// Three things are told apart. A value that AWS answered is a value; "not
// configured", as null or an error code that the operation declares, is null or
// no resource; everything else (denied, throttled out, timed out, unreadable, nil
// where a value has to be) is unknown with the call and the action to grant. An
// attribute that a collector does not emit at all was not read, which the engine
// takes as unknown too: null has to be said.
//
// Only operations whose name says that they read are ever sent: a middleware
// refuses all others before they leave the process.
package aws
