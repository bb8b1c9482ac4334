package repository

import "slices"

// The types of ours that stand for what a repository holds. No provider of Terraform has them.
const (
	// Whole is the repository itself, one for each root.
	// Its attributes are files (how many were listed) and holds, a list of what there is to
	// check: code, dependencies, files, images, infrastructure, pipelines, sbom, unread pipelines.
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
	// Job is a job of a pipeline. Its attributes are system (github, gitlab, codebuild, jenkins),
	// pipeline (the file), environment, environment_unclear (it has one that only the run
	// names), steps, keys and goes_on (the jobs with gates that may have failed when this one
	// releases or deploys). A step has tool, gates (those that it is),
	// may (those that it is or runs, for all that can be told), triggers, maybe (why it cannot be
	// told whether it runs), loose (how its failure is let pass) and unclear (why that cannot be
	// told); a key names what is signed in with as lasting, session or unclear, and the cloud.
	Job = "hipaactl_pipeline_job"
	// Reference is something that a file takes from elsewhere. Its attributes are kind (action,
	// image, module, script, template), name, and pin: commit, digest, version, tag, branch,
	// latest, name (a tag or a branch) or none.
	Reference = "hipaactl_reference"
	// LogCall is a place that writes what should not be written to a log or to debug output, or a
	// setting that does so. Its attributes are kind (internal/repository/logs names them), what and
	// confidence: "high", or "medium" where something else may be meant.
	LogCall = "hipaactl_log_call"
	// Logging is all code that was examined for that, one for each root. Its attributes are files,
	// unread (how many could not be read) and found, a list of the distinct {kind, confidence}.
	Logging = "hipaactl_logging"
	// Dependency is a dependency that a lock file or a bill of material lists with its licence. Its
	// attributes are choices, the ways of meeting the licence, each with the licences that hold
	// together, and none: it has no licence.
	Dependency = "hipaactl_dependency"
	// DependencyList is such a file. Its attributes are kind ("bill", or the ecosystem as in package
	// URLs), licences (it says licences, or a bill of material says those of its ecosystem) and
	// dependencies, how many it lists where they were read.
	DependencyList = "hipaactl_dependency_list"
	// TLSSetting is a place that sets how connections are encrypted. Its attributes are kind
	// (internal/repository/transport names them), what, confidence as above and, of a protocol,
	// minimum: the lowest version that it allows, 1.2 for TLS 1.2 and 0 for SSL.
	TLSSetting = "hipaactl_tls_setting"
	// Transport is all code and configuration that was examined for that, one for each root, with
	// the attributes of Logging.
	Transport = "hipaactl_transport"
)

// Types lists the types of ours in order.
func Types() []string {
	return []string{Attestation, Dependency, DependencyList, LogCall, Logging, Job, Reference, StateBackend, StateFile, TLSSetting, Transport, Whole}
}

// Own tells whether a type is one that only the files of a repository hold.
func Own(typ string) bool { return slices.Contains(Types(), typ) }
