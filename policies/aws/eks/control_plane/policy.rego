# METADATA
# title: EKS logs the control plane and runs a supported version
# description: Without these logs nobody can tell who asked the cluster for what, and who was let in.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
#   - https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster
# custom:
#   id: HIPAA-EKS-003
#   severity: medium
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)", "164.308(a)(1)(ii)(B)"]
#   resources: {aws_eks_cluster: {enabled_cluster_log_types: [string], version: string}}
#   params:
#     log_types: {type: [string], default: [api, audit, authenticator], stricter: more, source: "the logs that show who asked for what, and who was let in"}
#   assertions:
#     logs: {title: The logs of the control plane are on, reads: [enabled_cluster_log_types]}
#     version: {title: The version of Kubernetes is in standard support, reads: [version]}
#   remediation: Set enabled_cluster_log_types to all five types, and upgrade the cluster one minor version at a time.
package hipaactl.aws.eks.control_plane

import data.hipaactl.lib.age

deny contains {"assertion": "logs", "paths": ["enabled_cluster_log_types"], "message": sprintf("the log %s is off", [type])} if {
	some type in data.params.log_types
	not type in object.get(input, "enabled_cluster_log_types", [])
}

# until is when standard support of each minor version ends. Newer ones are in
# support at least until the last of these days, and older ones have been out since.
# https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html#kubernetes-release-calendar
until := {
	28: "2024-11-26",
	29: "2025-03-23",
	30: "2025-07-23",
	31: "2025-11-26",
	32: "2026-03-23",
	33: "2026-07-29",
	34: "2026-12-02",
	35: "2027-03-27",
}

minor := to_number(split(input.version, ".")[1]) if regex.match(`^1\.[0-9]{1,3}$`, input.version)

past(day) if age.days(sprintf("%sT23:59:59Z", [day])) > 0

deny contains {"assertion": "version", "paths": ["version"], "message": "the version of Kubernetes is out of standard support"} if {
	minor < min(object.keys(until))
}

deny contains {"assertion": "version", "paths": ["version"], "message": "the version of Kubernetes is out of standard support"} if {
	past(until[minor])
}

unknown contains {"assertion": "version", "paths": ["version"], "message": "whether a version that this rule does not know is still in support"} if {
	minor > max(object.keys(until))
	past(until[max(object.keys(until))])
}

unknown contains {"assertion": "version", "paths": ["version"], "message": "which version the cluster has: it was the latest when it was made"} if {
	not minor
}
