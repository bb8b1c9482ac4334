# METADATA
# title: Dependencies are watched and updated
# description: Most known vulnerabilities come with what others wrote. Alerts name them, updates propose what removes them, and one that stays open for long is known to everybody by then. Ages are judged of repositories with PHI, and are advice elsewhere.
# related_resources:
#   - https://docs.github.com/code-security/dependabot/dependabot-alerts/about-dependabot-alerts
#   - https://docs.github.com/code-security/dependabot/dependabot-security-updates/about-dependabot-security-updates
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_vulnerability_alerts.md
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_dependabot_security_updates.md
# custom:
#   id: HIPAA-GH-009
#   severity: medium
#   citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(5)(ii)(B)", "164.308(a)(1)(ii)(A)"]
#   assertions:
#     alerts: {title: Alerts about dependencies are on, reads: [archived, vulnerability_alerts, _.watched]}
#     updates: {title: Something proposes updates, reads: [archived, _.updates, _.files]}
#     age: {title: Grave alerts are closed in time, reads: [archived, _.open], severity: {default: info, phi: medium}}
#   params:
#     critical_days: {type: number, default: 15, unit: days, stricter: lower, source: "the time in which the proposed rule asks to patch what is critical (90 FR 898)"}
#     high_days: {type: number, default: 30, unit: days, stricter: lower, source: "the time in which the proposed rule asks to patch what is of high risk (90 FR 898)"}
#   resources: {github_repository: {archived: bool, vulnerability_alerts: bool}}
#   related:
#     watched: {type: github_repository_vulnerability_alerts, on: repository = id, more: helps, attributes: {enabled: bool}}
#     updates: {type: github_repository_dependabot_security_updates, on: repository = id, more: helps, attributes: {enabled: bool}}
#     files: {type: github_repository_file, on: repository = id, more: helps, attributes: {file: string}}
#     open: {type: github_dependabot_alert, on: repository = id, attributes: {severity: string, created_at: string}}
#   remediation: Turn on Dependabot alerts and security updates, or configure Dependabot or Renovate in the repository, and close grave alerts.
package hipaactl.github.dependencies

import data.hipaactl.lib.age
import data.hipaactl.lib.branch_rules

not_applicable contains object.union(statement, {"assertion": assertion}) if {
	some statement in branch_rules.archived
	some assertion in {"alerts", "updates", "age"}
}

not_applicable contains {"assertion": "age", "paths": ["_.source"], "message": "alerts are seen on GitHub alone"} if input._.source != "live"

watched if input.vulnerability_alerts

watched if input._.watched[_].enabled

deny contains {"assertion": "alerts", "paths": ["archived", "vulnerability_alerts", "_.watched"], "message": "nobody is told of vulnerable dependencies"} if not watched

# proposers are the files that turn Dependabot or Renovate on.
proposers := {
	".github/dependabot.yml", ".github/dependabot.yaml", ".github/renovate.json", ".github/renovate.json5",
	"renovate.json", "renovate.json5", ".renovaterc", ".renovaterc.json", ".renovaterc.json5",
}

proposed if input._.updates[_].enabled

proposed if input._.files[_].file in proposers

deny contains {"assertion": "updates", "paths": ["archived", "_.updates", "_.files"], "message": "nothing proposes updates of dependencies"} if {
	input._.source == "live"
	not proposed
}

unknown contains {"assertion": "updates", "paths": ["_.updates", "_.files"], "message": "whether a file in the repository turns Dependabot or Renovate on"} if {
	input._.source != "live"
	not proposed
}

limits := {"critical": data.params.critical_days, "high": data.params.high_days}

deny contains {"assertion": "age", "paths": ["archived", sprintf("_.open[%d]", [i])], "message": sprintf("an alert of %s severity is open for more than %d days", [alert.severity, limits[alert.severity]])} if {
	some i, alert in input._.open
	age.days(alert.created_at) > limits[alert.severity]
}
