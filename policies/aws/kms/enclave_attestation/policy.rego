# METADATA
# title: Keys of Nitro Enclaves decrypt for attested images alone
# description: >-
#   An enclave proves to KMS which image it runs. A key policy that lets anything decrypt without that proof, or that takes the
#   registers of an enclave in debug mode, which are all zeros, gives the plaintext to whoever controls the parent instance.
#   A key is an enclave's where its policy names a condition of attestation or where it has the tag Enclave. Registers that tell
#   of the role or the instance, and not of the image, are no proof of what runs.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/conditions-nitro-enclave.html
#   - https://docs.aws.amazon.com/kms/latest/developerguide/conditions-nitro-tpm.html
#   - https://docs.aws.amazon.com/enclaves/latest/user/set-up-attestation.html
#   - https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
# custom:
#   id: HIPAA-KMS-004
#   severity: medium
#   citations: ["164.312(a)(1)", "164.312(a)(2)(iv)", "164.312(d)"]
#   resources:
#     aws_kms_key: &key {policy: document, tags_all: map(string)}
#     aws_kms_external_key: *key
#     aws_kms_replica_key: *key
#   related:
#     policies: {type: aws_kms_key_policy, on: key_id = id, attributes: {policy: document}}
#   params:
#     images:
#       type: [string]
#       default: []
#       unit: values of PCRs that belong to approved images; none listed accepts all
#       stricter: more
#       source: the organisation's own builds
#   assertions:
#     attested:
#       title: Every way to decrypt asks which image the enclave runs
#       reads: [policy, "_.policies[*].policy", tags_all.Enclave, tags_all.enclave]
#   remediation: >-
#     Give every Allow of kms:Decrypt a StringEqualsIgnoreCase on kms:RecipientAttestation:ImageSha384 or PCR8 with the values of
#     approved images, and deny kms:Decrypt to Principal "*" with StringNotEqualsIgnoreCase on the same values.
package hipaactl.aws.kms.enclave_attestation

import data.hipaactl.lib.iam

# documents are the key's own argument and the policies attached to it, by path.
documents["policy"] := input.policy

documents[sprintf("_.policies[%d].policy", [i])] := attached.policy if some i, attached in input._.policies

# marks are what says that the key is an enclave's, each by its path.
marks contains iam.path(at, n) if {
	some at, document in documents
	some n, statement in document.Statement
	some keys in statement.Condition
	some key, _ in keys
	regex.match(`^kms:recipientattestation:(imagesha384|pcr[0-9]+)$`, lower(key))
}

marks contains sprintf("tags_all.%s", [tag]) if {
	some tag in {"Enclave", "enclave"}
	not lower(trim_space(input.tags_all[tag])) in {"", "false", "no", "0"}
}

# image are the condition keys that tell of the image or who signed it. PCR3 and PCR4 tell of the parent's role and instance.
image := `^kms:recipientattestation:(imagesha384|pcr[028]|nitrotpmpcr[0-9]+)$`

listed := {lower(value) | some value in data.params.images; regex.match(`^[0-9a-fA-F]{96}$`, value)}

approved := `^.*$` if {
	count(data.params.images) == 0
} else := sprintf("^(?i:%s)$", [concat("|", listed)])

# proofs are what all values of a condition have to match: a digest, not that of debug mode, of an approved image. Under
# "perhaps" a reference to what only apply fills may stand for one.
proofs := {
	"surely": [`^[0-9a-fA-F]{96}$`, `[1-9a-fA-F]`, approved],
	"perhaps": [`^[0-9a-fA-F]{96}$|ref:`, `[1-9a-fA-F]`, sprintf("%s|ref:", [approved])],
}

asks(statement, how) if {
	every proof in proofs[how] { iam.limits(statement, image, proof) }
}

# guards holds for a Deny that spares nothing but attested images: its operators are true where the request has no attestation.
guards(statement, how) if {
	statement.Effect == "Deny"
	count(statement.Condition) > 0
	every operator, keys in statement.Condition {
		regex.match(`^stringnotequals(ignorecase)?(ifexists)?$`, lower(operator))
		every key, values in keys {
			regex.match(image, lower(key))
			proven(values, how)
		}
	}
}

proven(values, how) if {
	count(values) > 0
	every value in values {
		is_string(value)
		every proof in proofs[how] { regex.match(proof, value) }
	}
}

# whole makes the Denies that guard the key unconditional: for whom they spare, nothing more is asked.
whole(document, how) := {"Statement": [unconditional(statement, how) | some statement in document.Statement]}

unconditional(statement, how) := object.remove(statement, ["Condition"]) if {
	guards(statement, how)
} else := statement

# open are the Allows that let decrypt without proof, by document.
open(how) := {[at, n] |
	some at, document in documents
	some n, statement in document.Statement
	statement.Effect == "Allow"
	iam.covers(statement, "kms:Decrypt")
	not asks(statement, how)
	iam.allowed(whole(document, how), statement, "kms:Decrypt")
}

said(statement) := "the values that the statement asks for are not the registers of an approved image" if {
	some keys in statement.Condition
	some key, _ in keys
	startswith(lower(key), "kms:recipientattestation:")
} else := "the statement lets decrypt without asking which image an enclave runs"

deny contains {"assertion": "attested", "paths": array.concat([mark], iam.paths(at, documents[at], n)), "message": said(documents[at].Statement[n])} if {
	some mark in marks
	some [at, n] in (open("surely") & open("perhaps"))
}

deny contains {"assertion": "attested", "paths": ["policy", "_.policies", mark], "message": message} if {
	some mark in marks
	count(documents) == 0
	message := "the key is an enclave's and has the default policy, which leaves the account to allow kms:Decrypt without attestation"
}

unknown contains {"assertion": "attested", "paths": iam.paths(at, documents[at], n), "message": "whether the attested value is that of an approved image"} if {
	count(marks) > 0
	some [at, n] in (open("surely") - open("perhaps"))
}

not_applicable contains {
	"assertion": "attested",
	"paths": ["policy", "_.policies[*].policy", "tags_all.Enclave", "tags_all.enclave"],
	"message": "nothing says that the key is an enclave's",
} if {
	count(marks) == 0
}
