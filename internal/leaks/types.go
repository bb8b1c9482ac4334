package leaks

import "slices"

// The types of ours that stand for files. No provider of Terraform has them.
const (
	// Tree is what one run examined below one root. Its attributes are files (how many were
	// examined), unread (how many could not be read) and matches, a list of the distinct
	// {class, confidence} that were found.
	Tree = "hipaactl_tree"
	// Credential and PHI are one match each. Their attributes are kind, confidence (low, medium
	// or high), masked, why, and commit, which is null outside of history.
	Credential = "hipaactl_credential"
	PHI        = "hipaactl_phi"
)

// Types lists the types of ours in order.
func Types() []string {
	return []string{Credential, PHI, Tree}
}

// Own tells whether a type is one that only files hold.
func Own(typ string) bool { return slices.Contains(Types(), typ) }
