# METADATA
# title: Pipelines run security gates
# description: >-
#   What no pipeline looks for is found by whoever attacks. A gate that runs on every change finds a committed secret, a flaw in
#   the code, a dependency with a known vulnerability or an open bucket before it is where patients' records are.
# related_resources:
#   - https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
#   - https://docs.gitlab.com/ci/yaml/
#   - https://csrc.nist.gov/pubs/sp/800/218/final
# custom:
#   id: HIPAA-REPO-005
#   severity: high
#   citations: ["164.308(a)(8)", "164.308(a)(1)(ii)(B)", "164.308(a)(5)(ii)(B)"]
#   resources:
#     hipaactl_repository: {holds: [string]}
#   related:
#     jobs:
#       type: hipaactl_pipeline_job
#       on: account
#       more: helps
#       attributes:
#         environment: string
#         environment_unclear: bool
#         steps: [{tool: string, gates: [string], may: [string], triggers: [string], maybe: string}]
#   params:
#     required: {type: "[string]", default: [secret_scan, sast, dependency_scan, iac_scan, container_scan, dast, licence_check, tests], stricter: more, source: "every gate; each is asked for where there is something for it to check"}
#     triggers: {type: "[string]", default: [push, tag, pull_request, pull_request_target, merge_group, merge_request_event, workflow_run], stricter: fewer, source: "what comes with a change; a schedule or a person comes later"}
#     tools: {type: "[string]", default: ["secret_scan=talisman", "secret_scan=detect-secrets-hook", "sast=njsscan", "dast=nikto", "dast=wapiti", "dast=nuclei"], stricter: fewer, source: "programs that are gates whatever they are told; add your own, as GATE=PROGRAM or GATE=OWNER/ACTION"}
#     staging: {type: "[string]", default: ["*stag*", "*stg*", "*preprod*", "*pre-prod*", "*uat*", "*qa*"], stricter: more, source: what environments in front of production are usually called}
#   assertions:
#     secret_scan: {title: A pipeline looks for secrets, reads: [holds, _.jobs]}
#     sast: {title: A pipeline analyses the source code, reads: [holds, _.jobs]}
#     dependency_scan: {title: A pipeline looks for dependencies with known vulnerabilities, reads: [holds, _.jobs]}
#     iac_scan: {title: A pipeline checks the infrastructure code, reads: [holds, _.jobs]}
#     container_scan: {title: A pipeline scans the images that are built, reads: [holds, _.jobs]}
#     dast: {title: A pipeline tests what runs in staging, reads: [holds, _.jobs]}
#     licence_check: {title: A pipeline checks the licences of dependencies, reads: [holds, _.jobs]}
#     tests: {title: A pipeline runs tests and measures their coverage, reads: [holds, _.jobs]}
#   remediation: >-
#     Add a job for the gate that runs on pushes and pull requests and fails on what it finds. Name a tool that is not known in the
#     parameter tools. A scan that GitHub is set up to run without a file, such as CodeQL's default setup, is judged by audit github.
package hipaactl.files.gates

import data.hipaactl.lib.pipelines

# about says what has to be there for a gate to have something to check.
about := {
	"secret_scan": "files",
	"sast": "code",
	"dependency_scan": "dependencies",
	"iac_scan": "infrastructure",
	"container_scan": "images",
	"dast": "code",
	"licence_check": "dependencies",
	"tests": "code",
}

wording := {
	"secret_scan": "looks for secrets",
	"sast": "analyses the source code",
	"dependency_scan": "looks for dependencies with known vulnerabilities",
	"iac_scan": "checks the infrastructure code",
	"container_scan": "scans the images that are built",
	"dast": "tests what runs in staging",
	"licence_check": "checks the licences of dependencies",
	"tests": "runs tests and measures their coverage",
}

present(gate) if {
	some job in input._.jobs
	some step in job.steps
	pipelines.sure(step, gate, data.params)
}

possible(gate) := [path |
	some i, job in input._.jobs
	some k, step in job.steps
	pipelines.possible(step, gate, data.params)
	path := sprintf("_.jobs[%d].steps[%d]", [i, k])
]

doers(gate) := {step.tool |
	some job in input._.jobs
	some step in job.steps
	pipelines.possible(step, gate, data.params)
}

# staging tells whether a job deploys to an environment in front of production.
staging if {
	some job in input._.jobs
	some pattern in data.params.staging
	glob.match(pattern, [], lower(job.environment))
}

perhaps_staging if {
	some job in input._.jobs
	job.environment_unclear
}

missing(gate) if {
	about[gate] in input.holds
	not present(gate)
	count(possible(gate)) == 0
	not "unread pipelines" in input.holds
}

deny contains {"assertion": gate, "paths": ["holds", "_.jobs"], "message": message} if {
	some gate in data.params.required
	gate != "dast"
	missing(gate)
	message := sprintf("no pipeline %s%s", [wording[gate], hint(gate)])
}

deny contains {"assertion": "dast", "paths": ["holds", "_.jobs"], "message": sprintf("no pipeline %s%s", [wording.dast, hint("dast")])} if {
	"dast" in data.params.required
	missing("dast")
	staging
}

# hint says what there is instead.
hint(gate) := " as part of a change: what does runs at other times" if {
	some job in input._.jobs
	some step in job.steps
	pipelines.is(step, gate, data.params.tools)
	not pipelines.started(step, data.params.triggers)
} else := ": there are tests, of which nothing shows their coverage" if {
	gate == "tests"
	some job in input._.jobs
	some step in job.steps
	"uncovered_tests" in step.gates
} else := ""

unknown contains {"assertion": gate, "paths": array.concat(["holds"], possible(gate)), "message": message} if {
	some gate in data.params.required
	about[gate] in input.holds
	applies(gate)
	not present(gate)
	count(possible(gate)) > 0
	message := sprintf("whether a pipeline %s cannot be told: it may be done by %s", [wording[gate], concat(", ", doers(gate))])
}

unknown contains {"assertion": gate, "paths": ["holds"], "message": message} if {
	some gate in data.params.required
	about[gate] in input.holds
	applies(gate)
	not present(gate)
	"unread pipelines" in input.holds
	message := sprintf("whether a pipeline %s cannot be told: there are pipelines that are not read", [wording[gate]])
}

unknown contains {"assertion": "dast", "paths": ["holds", "_.jobs"], "message": "whether a job deploys to staging is decided by an expression"} if {
	"dast" in data.params.required
	missing("dast")
	not staging
	perhaps_staging
}

applies(gate) if gate != "dast"

applies("dast") if staging

applies("dast") if perhaps_staging

not_applicable contains {"assertion": gate, "paths": ["holds"], "message": message} if {
	some gate, kind in about
	not gate in data.params.required
	message := sprintf("the gate is not among those required (%s)", [kind])
}

not_applicable contains {"assertion": gate, "paths": ["holds"], "message": sprintf("there is nothing to check: no %s", [kind])} if {
	some gate, kind in about
	gate in data.params.required
	not kind in input.holds
}

not_applicable contains {"assertion": "dast", "paths": ["holds", "_.jobs"], "message": "no job deploys to an environment in front of production"} if {
	not staging
	not perhaps_staging
}
