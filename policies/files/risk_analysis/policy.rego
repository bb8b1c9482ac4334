# METADATA
# title: A risk analysis is attested every year
# description: >-
#   The Security Rule asks for an accurate and thorough risk analysis, kept up to date and kept in writing. No scanner can make or
#   judge one. What it can show is that somebody attests in the repository, dated and signed off, that there is a current one, and
#   that the document is still the one that was signed off.
# related_resources:
#   - https://www.hhs.gov/hipaa/for-professionals/security/guidance/guidance-risk-analysis/index.html
#   - https://csrc.nist.gov/pubs/sp/800/66/r2/final
# custom:
#   id: HIPAA-PRC-001
#   severity: medium
#   citations: ["164.308(a)(1)(ii)(A)", "164.308(a)(8)", "164.316(b)(1)", "164.316(b)(2)(iii)"]
#   nprm: ["164.308(a)(2)"]
#   resources:
#     hipaactl_attestation: {attested: bool, date: string, next_review: string, assessor: bool, approver: bool, scope: bool, document: bool, sha256: bool, unchanged: bool}
#   assertions:
#     current: {title: There is an attestation that is not too old, reads: [attested, date, next_review]}
#     signed: {title: It says who made the analysis and who signed it off and what it is about, reads: [attested, assessor, approver, scope]}
#     document: {title: The document that was signed off is the one that is there, reads: [attested, document, sha256, unchanged]}
#   params:
#     maximum_age: {type: number, default: 366, unit: days, stricter: lower, source: "the Rule asks for periodic review and names no number; the rule proposed on 2025-01-06 asks for one at least every 12 months"}
#   remediation: >-
#     Record the date, the names, the scope and the digest of the current risk analysis in .hipaactl/attestations.yaml; docs/repo.md
#     shows the file.
package hipaactl.files.risk_analysis

import data.hipaactl.lib.age

deny contains {"assertion": "current", "paths": ["attested"], "message": "no risk analysis is attested"} if not input.attested

not_applicable contains {"assertion": name, "paths": ["attested"], "message": "nothing is attested"} if {
	not input.attested
	some name in {"signed", "document"}
}

deny contains {"assertion": "current", "paths": ["attested", "date"], "message": "the attestation has no date"} if {
	input.attested
	not input.date
}

deny contains {"assertion": "current", "paths": ["attested", "date"], "message": message} if {
	input.attested
	age.days(input.date) > data.params.maximum_age
	message := sprintf("the latest risk analysis is more than %v days old", [data.params.maximum_age])
}

# A day begins earlier elsewhere.
deny contains {"assertion": "current", "paths": ["attested", "date"], "message": "the attestation is dated in the future"} if {
	input.attested
	age.days(input.date) < -1
}

deny contains {"assertion": "current", "paths": ["attested", "next_review"], "message": "no next review is set"} if {
	input.attested
	not input.next_review
}

# The day itself is in time.
deny contains {"assertion": "current", "paths": ["attested", "next_review"], "message": "the next review was due"} if {
	input.attested
	age.days(input.next_review) >= 1
}

named := {"assessor": "nobody is named who made the analysis", "approver": "nobody is named who signed it off", "scope": "it does not say what was analysed"}

deny contains {"assertion": "signed", "paths": ["attested", name], "message": message} if {
	input.attested
	some name, message in named
	not input[name]
}

recorded := {"document": "no document is named", "sha256": "no digest of the document is recorded"}

deny contains {"assertion": "document", "paths": ["attested", name], "message": message} if {
	input.attested
	some name, message in recorded
	not input[name]
}

deny contains {"assertion": "document", "paths": ["attested", "unchanged"], "message": "the document is not the one whose digest is recorded"} if {
	input.attested
	input.unchanged == false
}
