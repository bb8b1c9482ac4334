# METADATA
# title: Security gates stop the pipeline
# description: >-
#   A scan whose failure is let pass is a report that nobody has to read: what it finds is merged, released and deployed all the same.
# related_resources:
#   - https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
#   - https://docs.gitlab.com/ci/yaml/#allow_failure
#   - https://trivy.dev/latest/docs/configuration/others/
# custom:
#   id: HIPAA-REPO-006
#   severity: high
#   citations: ["164.308(a)(8)", "164.308(a)(1)(ii)(B)"]
#   resources:
#     hipaactl_pipeline_job:
#       goes_on: [string]
#       steps: [{tool: string, gates: [string], may: [string], triggers: [string], maybe: string, loose: [string], unclear: [string]}]
#   params:
#     gates: {type: "[string]", default: [secret_scan, sast, dependency_scan, iac_scan, container_scan, dast, licence_check], stricter: more, source: "every gate about security; tests are those of what the software does"}
#     triggers: {type: "[string]", default: [push, tag, pull_request, pull_request_target, merge_group, merge_request_event, workflow_run], stricter: more, source: "what comes with a change, which a gate can stop"}
#     tools: {type: "[string]", default: ["secret_scan=talisman", "secret_scan=detect-secrets-hook", "sast=njsscan", "dast=nikto", "dast=wapiti", "dast=nuclei"], stricter: more, source: "programs that are gates whatever they are told; add your own, as GATE=PROGRAM or GATE=OWNER/ACTION"}
#   remediation: Take out what lets the failure pass, and set the exit code or threshold with which the tool fails.
package hipaactl.files.blocking

import data.hipaactl.lib.pipelines

# asked are the gates of a step that count.
asked(step) := {gate |
	some gate in data.params.gates
	pipelines.is(step, gate, data.params.tools)
	pipelines.started(step, data.params.triggers)
}

# again tells whether the job runs all gates of a step once more, and heeds what that finds.
again(step) if {
	every gate in asked(step) {
		some other in input.steps
		pipelines.sure(other, gate, data.params)
		pipelines.holds(other)
	}
}

deny contains {"paths": paths, "message": message} if {
	some i, step in input.steps
	count(asked(step)) > 0
	some k, how in step.loose
	not again(step)
	paths := array.concat([sprintf("steps[%d].loose[%d]", [i, k])], looked_at)
	message := sprintf("%s does not stop the pipeline: %s", [step.tool, how])
}

# looked_at are the attributes of other steps that could have made up for it.
looked_at := ["steps[*].gates", "steps[*].loose", "steps[*].unclear", "steps[*].maybe", "steps[*].triggers", "steps[*].tool"]

deny contains {"paths": [sprintf("goes_on[%d]", [k])], "message": message} if {
	some k, name in input.goes_on
	message := sprintf("it releases or deploys whatever became of the gates in %s", [name])
}

unknown contains {"paths": [sprintf("steps[%d].unclear[%d]", [i, k])], "message": message} if {
	some i, step in input.steps
	count(asked(step)) > 0
	some k, why in step.unclear
	not again(step)
	message := sprintf("whether %s stops the pipeline cannot be told: %s", [step.tool, why])
}

unknown contains {"paths": [sprintf("steps[%d].may", [i])], "message": message} if {
	some i, step in input.steps
	some gate in step.may
	gate in data.params.gates
	pipelines.started(step, data.params.triggers)
	message := sprintf("whether gates in %s stop the pipeline cannot be told: what it runs was not read", [step.tool])
}

gated if {
	some step in input.steps
	count(asked(step)) > 0
}

gated if {
	some step in input.steps
	some gate in step.may
	gate in data.params.gates
	pipelines.started(step, data.params.triggers)
}

not_applicable contains {"paths": ["steps", "goes_on"], "message": "the job runs no security gate as part of a change"} if {
	not gated
	count(input.goes_on) == 0
}
