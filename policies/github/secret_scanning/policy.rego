# METADATA
# title: Secrets are searched for, and pushes that hold them are blocked
# description: A password or key in a repository is in every clone of it, for good. Push protection stops it before it gets there, scanning finds what is there already, and an open alert is a secret that somebody may be using.
# related_resources:
#   - https://docs.github.com/code-security/secret-scanning/introduction/about-secret-scanning
#   - https://docs.github.com/code-security/secret-scanning/introduction/about-push-protection
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository.md
# custom:
#   id: HIPAA-GH-008
#   severity: high
#   citations: ["164.308(a)(5)(ii)(D)", "164.312(a)(1)", "164.308(a)(1)(ii)(B)"]
#   assertions:
#     scanning: {title: Secret scanning is on, reads: [security_and_analysis]}
#     push_protection: {title: Push protection is on, reads: [security_and_analysis]}
#     alerts: {title: No alert about a secret is open, reads: [_.alerts]}
#   resources: {github_repository: {security_and_analysis: [{secret_scanning: [{status: string}], secret_scanning_push_protection: [{status: string}]}]}}
#   related:
#     alerts: {type: github_secret_scanning_alerts, on: repository = id, attributes: {open: bool}}
#   remediation: Enable secret scanning and push protection (private repositories need GitHub Secret Protection), and revoke and close what it found.
package hipaactl.github.secret_scanning

not_applicable contains {"assertion": "alerts", "paths": ["_.source"], "message": "alerts are seen on GitHub alone"} if input._.source != "live"

on(feature) if input.security_and_analysis[_][feature][_].status == "enabled"

deny contains {"assertion": "scanning", "paths": ["security_and_analysis"], "message": "secret scanning is not enabled"} if not on("secret_scanning")

deny contains {"assertion": "push_protection", "paths": ["security_and_analysis"], "message": "pushes that hold secrets are not blocked"} if not on("secret_scanning_push_protection")

deny contains {"assertion": "alerts", "paths": [sprintf("_.alerts[%d].open", [i])], "message": "secrets that were found are still open"} if {
	some i, alerts in input._.alerts
	alerts.open
}
