# METADATA
# title: Releases come with a software bill of materials
# description: >-
#   When a library turns out to be vulnerable, a bill of materials tells in minutes which releases hold it. Without one each has to be
#   taken apart, or is forgotten.
# related_resources:
#   - https://www.cisa.gov/sbom
#   - https://cyclonedx.org/specification/overview/
#   - https://spdx.dev/use/specifications/
# custom:
#   id: HIPAA-REPO-011
#   severity: low
#   citations: ["164.308(a)(1)(ii)(A)", "164.310(d)(2)(iii)"]
#   resources:
#     hipaactl_repository: {holds: [string]}
#   related:
#     jobs:
#       type: hipaactl_pipeline_job
#       on: account
#       more: helps
#       attributes:
#         pipeline: string
#         steps: [{tool: string, gates: [string], may: [string], triggers: [string], maybe: string}]
#   params:
#     tools: {type: "[string]", default: ["sbom=cdxgen", "release=semantic-release"], stricter: fewer, source: "programs that do nothing else; add your own, as sbom=PROGRAM or release=OWNER/ACTION"}
#   assertions:
#     sbom: {title: What is released has a bill of materials, severity: info, reads: [holds, _.jobs]}
#   remediation: Make one in the release job, in the form of CycloneDX or SPDX, and publish it with the release.
package hipaactl.files.sbom

import data.hipaactl.lib.pipelines

# releasing are the pipelines that publish something.
releasing contains job.pipeline if {
	some job in input._.jobs
	some step in job.steps
	pipelines.is(step, "release", data.params.tools)
}

made if {
	some job in input._.jobs
	job.pipeline in releasing
	some step in job.steps
	pipelines.is(step, "sbom", data.params.tools)
	not step.maybe
}

made if "sbom" in input.holds

possible := [path |
	some i, job in input._.jobs
	some k, step in job.steps
	may_make(job, step)
	path := sprintf("_.jobs[%d].steps[%d]", [i, k])
]

may_make(job, step) if {
	job.pipeline in releasing
	"sbom" in step.may
}

may_make(job, step) if {
	job.pipeline in releasing
	pipelines.is(step, "sbom", data.params.tools)
	step.maybe
}

deny contains {"assertion": "sbom", "paths": ["holds", "_.jobs"], "message": "a pipeline releases software, and none of its jobs makes a bill of materials"} if {
	count(releasing) > 0
	not made
	count(possible) == 0
}

unknown contains {"assertion": "sbom", "paths": array.concat(["holds"], possible), "message": "whether the release has a bill of materials cannot be told: a step may make one"} if {
	count(releasing) > 0
	not made
	count(possible) > 0
}

not_applicable contains {"assertion": "sbom", "paths": ["holds", "_.jobs"], "message": "no pipeline is seen to release software"} if {
	count(releasing) == 0
	not made
}
