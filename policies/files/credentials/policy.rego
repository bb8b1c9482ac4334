# METADATA
# title: Files hold no credentials
# description: >-
#   Whoever can read a repository, a copy of it, or the log of a build has what stands in its files, and what was committed once
#   stays in its history. A password, a key or a token there opens what it opens for all of them, and nobody sees who used it.
# related_resources:
#   - https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository
#   - https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final
# custom:
#   id: HIPAA-REPO-001
#   severity: critical
#   citations: ["164.308(a)(5)(ii)(D)", "164.312(a)(1)", "164.308(a)(1)(ii)(B)"]
#   resources:
#     hipaactl_credential: {kind: string, confidence: string}
#     hipaactl_tree: {files: number, unread: number, matches: [{class: string, confidence: string}]}
#   params:
#     confidence: {type: "[string]", default: [medium, high], stricter: more, source: "hipaactl's own choice: from medium on, a form, check digit or surroundings rule most else out"}
#     kinds: {type: "[string]", default: ["*"], stricter: more, source: every kind that is known}
#   remediation: >-
#     Revoke the credential, since whoever has the history has it; take it out of the file and of the history; and read it from a
#     secret manager. What is no credential is waived by the address of the match, which may be a glob of files.
package hipaactl.files.credentials

import data.hipaactl.lib.matches

deny contains {"paths": ["kind", "confidence"], "message": message} if {
	input._.type == "hipaactl_credential"
	matches.asked(input, data.params.kinds)
	input.confidence in data.params.confidence
	message := sprintf("a credential stands here: %s, %s confidence", [input.kind, input.confidence])
}

not_applicable contains {"paths": ["kind"], "message": "matches of this kind are not asked for"} if {
	input._.type == "hipaactl_credential"
	not matches.asked(input, data.params.kinds)
}

not_applicable contains {"paths": ["files"], "message": "there was no text to examine"} if {
	input.files == 0
	input.unread == 0
}

not_applicable contains {"paths": paths, "message": "each match is judged by itself"} if {
	paths := matches.found(input, "credential", data.params.confidence)
	count(paths) > 0
}

unknown contains {"paths": ["unread"], "message": "a file could not be read"} if input.unread > 0
