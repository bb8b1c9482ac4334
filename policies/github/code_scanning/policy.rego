# METADATA
# title: Code is analysed for vulnerabilities
# description: Static analysis finds injections, missing checks and unsafe use of cryptography before somebody else does. It has to run on what is in the default branch now, and what it rates critical must not stay open.
# related_resources:
#   - https://docs.github.com/code-security/code-scanning/introduction-to-code-scanning/about-code-scanning
#   - https://docs.github.com/rest/code-scanning/code-scanning
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_file.md
# custom:
#   id: HIPAA-GH-010
#   severity: medium
#   citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(8)", "164.308(a)(1)(ii)(A)"]
#   assertions:
#     analysed: {title: The code is analysed, reads: [archived, _.scanning, _.files]}
#     open: {title: No critical alert is open, reads: [archived, _.scanning]}
#   params:
#     maximum_days: {type: number, default: 30, unit: days, stricter: lower, source: "often enough to follow the code and the queries; the Rule names no number"}
#   resources: {github_repository: {archived: bool}}
#   related:
#     scanning: {type: github_code_scanning, on: repository = id, attributes: {default_setup: string, last_analysis: string, open_critical: bool}}
#     files: {type: github_repository_file, on: repository = id, more: helps, attributes: {file: string, content: string}}
#   remediation: Enable the default setup of CodeQL, or upload SARIF of another tool from CI, and fix what is critical.
package hipaactl.github.code_scanning

import data.hipaactl.lib.age
import data.hipaactl.lib.branch_rules

not_applicable contains object.union(statement, {"assertion": assertion}) if {
	some statement in branch_rules.archived
	some assertion in {"analysed", "open"}
}

not_applicable contains {"assertion": "open", "paths": ["_.source"], "message": "alerts are seen on GitHub alone"} if input._.source != "live"

analysed if input._.scanning[_].default_setup == "configured"

analysed if age.days(input._.scanning[_].last_analysis) <= data.params.maximum_days

# A workflow that configuration puts into the repository.
analysed if {
	some file in input._.files
	startswith(file.file, ".github/workflows/")
	regex.match(`uses:\s*["']?github/codeql-action/(analyze|upload-sarif)@`, file.content)
}

deny contains {"assertion": "analysed", "paths": ["archived", "_.scanning", "_.files"], "message": sprintf("neither the default setup nor an analysis of the last %d days looks for vulnerabilities", [data.params.maximum_days])} if {
	input._.source == "live"
	not analysed
}

unknown contains {"assertion": "analysed", "paths": ["_.files"], "message": "whether code scanning is set up on GitHub or by a workflow in the repository"} if {
	input._.source != "live"
	not analysed
}

deny contains {"assertion": "open", "paths": ["archived", sprintf("_.scanning[%d].open_critical", [i])], "message": "critical vulnerabilities that were found are still open"} if {
	some i, scanning in input._.scanning
	scanning.open_critical
}
