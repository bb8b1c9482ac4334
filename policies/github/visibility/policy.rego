# METADATA
# title: Repositories of PHI systems are private
# description: "What is public is copied within minutes, and stays so. Source code, configuration and test data of systems with PHI tell an attacker where to look, and sometimes hold what must not get out. Topics and custom properties of a repository mark it as every other marker does; repositories without one are not judged: the markers of the configuration name those that are meant."
# related_resources:
#   - https://docs.github.com/repositories/creating-and-managing-repositories/about-repositories#about-repository-visibility
#   - https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/managing-repository-settings/managing-the-forking-policy-for-your-repository
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository.md
# custom:
#   id: HIPAA-GH-012
#   severity: critical
#   citations: ["164.312(a)(1)", "164.308(a)(1)(ii)(B)"]
#   assertions:
#     private: {title: The repository is not public}
#     forking: {title: Forks of the private repository are not allowed, severity: info}
#   resources: {github_repository: {visibility: string, allow_forking: bool}}
#   remediation: Set visibility = "private" or "internal" and allow_forking = false.
package hipaactl.github.visibility

not_applicable contains {"assertion": assertion, "paths": ["_.phi"], "message": "nothing says that the repository is of a system with PHI"} if {
	input._.phi != "yes"
	some assertion in {"private", "forking"}
}

deny contains {"assertion": "private", "paths": ["visibility"], "message": "the repository is public"} if {
	input._.phi == "yes"
	input.visibility == "public"
}

deny contains {"assertion": "forking", "paths": ["visibility", "allow_forking"], "message": "everybody who reads the repository may fork it"} if {
	input._.phi == "yes"
	input.visibility != "public"
	input.allow_forking
}
