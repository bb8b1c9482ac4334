package repository

import "slices"

// The types of ours that stand for what a repository holds. No provider of Terraform has them.
const (
	// Whole is the repository itself, one for each root.
	Whole = "hipaactl_repository"
	// Attestation is the latest attestation of a risk analysis, one for each root, also where
	// there is none. Its attributes are kind, attested (bool), date and next_review (RFC 3339), of
	// assessor, approver, scope, document and sha256 whether they are given, and unchanged: whether
	// the document still has the digest, null where it does not lie in the repository.
	Attestation = "hipaactl_attestation"
	// StateBackend is where a root module of Terraform keeps its state. Its attributes are kind
	// ("s3", "cloud", "local"), fixture (it is for tests or examples),
	// client_encrypted, and of the block's arguments encrypt, lock, customer_key and insecure.
	StateBackend = "hipaactl_state_backend"
	// StateFile is a file that is a state. Its attributes are fixture, encrypted, and holds:
	// whether it holds resources or outputs.
	StateFile = "hipaactl_state_file"
)

// Types lists the types of ours in order.
func Types() []string {
	return []string{Attestation, StateBackend, StateFile, Whole}
}

// Own tells whether a type is one that only the files of a repository hold.
func Own(typ string) bool { return slices.Contains(Types(), typ) }
