# METADATA
# title: Dependencies have licences that are not denied
# description: >-
#   What a system is built of comes with terms. Some ask for the source of all that is built with it, or that whoever uses it over a network
#   gets it; and what has no licence may not be used at all. Both are to be decided on before they are part of what handles PHI.
# related_resources:
#   - https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
#   - https://csrc.nist.gov/pubs/sp/800/218/final
# custom:
#   id: HIPAA-REPO-004
#   severity: medium
#   citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(8)"]
#   resources:
#     hipaactl_dependency: {choices: [{licences: [string]}], none: bool}
#     hipaactl_dependency_list: {licences: bool}
#   params:
#     denied:
#       type: "[string]"
#       default: ["GPL-*", "AGPL-*", "GPL", "AGPL", "GPLv*", "AGPLv*", "GNU GPL*", "GNU AGPL*", "GNU General Public License*", "GNU Affero General Public License*"]
#       stricter: more
#       source: "hipaactl's own choice, as globs of SPDX identifiers and of names in common use: the Rule names no licence"
#     exceptions:
#       type: "[string]"
#       default: [Classpath-exception-2.0, GCC-exception-2.0, GCC-exception-3.1, LLVM-exception, OpenJDK-assembly-exception-1.0, Linux-syscall-note, Universal-FOSS-exception-1.0]
#       stricter: fewer
#       source: "hipaactl's own choice: exceptions that let a program of any licence use what has them"
#   remediation: Replace the dependency, choose another of its licences in writing, or record the decision to keep it in a waiver.
package hipaactl.files.licences

is_dependency if input._.type == "hipaactl_dependency"

is_list if input._.type == "hipaactl_dependency_list"

deny contains {"paths": ["none"], "message": "the dependency has no licence"} if {
	is_dependency
	input.none
}

deny contains {"paths": ["choices"], "message": "every licence that the dependency can be had under is denied, or comes with one that is"} if {
	is_dependency
	not input.none
	count(input.choices) > 0
	every choice in input.choices {
		some licence in choice.licences
		denied(licence)
	}
}

denied(licence) if {
	is_string(licence)
	parts := split(licence, " WITH ")
	matches(parts[0], data.params.denied)
	not excepted(parts)
}

excepted(parts) if {
	count(parts) == 2
	matches(parts[1], data.params.exceptions)
}

matches(name, globs) if {
	some pattern in globs
	glob.match(lower(pattern), null, lower(name))
}

unknown contains {"paths": ["licences"], "message": "a file of this kind does not say the licences of what it lists: give a bill of material with --sbom, or keep one in the repository"} if {
	is_list
	input.licences == false
}
