// Package contents puts into a resource's values, in place of texts that may hold secrets,
// what internal/detect found in them: user data, environments, parameters. The sources
// of resources call it, with the shape in which policies declare what is examined; so
// that no set of resources holds the text, and policies, reports and snapshots see of it
// the kind, the confidence and the masked form of each find.
//
// An examined text becomes a list of objects, each once and in one order:
//
//	class       credential, phi, or reference: the text is nothing but an ARN or another resource's identity
//	kind        as docs/detection.md names it; generated-secret is a reference to a secret that Terraform made
//	confidence  low, medium or high
//	masked      the form of the value, without the value
//
// The list is open where a part of the text is not known, and the text unknown where
// nothing was found in what is.
package contents
