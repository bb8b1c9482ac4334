# METADATA
# title: Files hold no protected health information
# description: >-
#   A file with what names patients is a copy of their record outside of every control that the record has: whoever can read the
#   repository has it, and no log says so. Test data, exports and notebooks are where it gets in.
# related_resources:
#   - https://www.hhs.gov/hipaa/for-professionals/special-topics/de-identification/index.html
#   - https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository
# custom:
#   id: HIPAA-REPO-002
#   severity: critical
#   citations: ["164.312(a)(1)", "164.308(a)(1)(ii)(B)", "164.310(d)(2)(i)"]
#   resources:
#     hipaactl_phi: {kind: string, confidence: string}
#     hipaactl_tree: {files: number, unread: number, matches: [{class: string, confidence: string}]}
#   params:
#     confidence: {type: "[string]", default: [medium, high], stricter: more, source: "hipaactl's own choice: from medium on, a form, check digit or surroundings rule most else out"}
#     kinds: {type: "[string]", default: ["*"], stricter: more, source: every kind that is known}
#   remediation: >-
#     Take it out of the file and of the history, use synthetic data (for example of Synthea) instead, and assess whether it was a
#     breach under 164.402. What is invented is waived by the address of the match, which may be a glob of files.
package hipaactl.files.phi

import data.hipaactl.lib.matches

deny contains {"paths": ["kind", "confidence"], "message": message} if {
	input._.type == "hipaactl_phi"
	matches.asked(input, data.params.kinds)
	input.confidence in data.params.confidence
	message := sprintf("what names a patient stands here: %s, %s confidence", [input.kind, input.confidence])
}

not_applicable contains {"paths": ["kind"], "message": "matches of this kind are not asked for"} if {
	input._.type == "hipaactl_phi"
	not matches.asked(input, data.params.kinds)
}

not_applicable contains {"paths": ["files"], "message": "there was no text to examine"} if {
	input.files == 0
	input.unread == 0
}

not_applicable contains {"paths": paths, "message": "each match is judged by itself"} if {
	paths := matches.found(input, "phi", data.params.confidence)
	count(paths) > 0
}

unknown contains {"paths": ["unread"], "message": "a file could not be read"} if input.unread > 0
