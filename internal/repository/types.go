package repository

import "slices"

// The types of ours that stand for what a repository holds. No provider of Terraform has them.
const (
	// Whole is the repository itself, one for each root.
	Whole = "hipaactl_repository"
)

// Types lists the types of ours in order.
func Types() []string {
	return []string{Whole}
}

// Own tells whether a type is one that only the files of a repository hold.
func Own(typ string) bool { return slices.Contains(Types(), typ) }
