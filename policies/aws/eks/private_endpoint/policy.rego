# METADATA
# title: API endpoints of EKS clusters are private
# description: Whoever reaches the endpoint can try credentials on everything that runs in the cluster.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster
# custom:
#   id: HIPAA-EKS-001
#   severity: high
#   citations: ["164.312(a)(1)", "164.312(e)(1)"]
#   resources: {aws_eks_cluster: {vpc_config: [{endpoint_public_access: bool, public_access_cidrs: [string]}]}}
#   assertions:
#     open: {title: The endpoint is not open to the internet, reads: [vpc_config]}
#     phi: {title: The endpoint of a cluster that handles PHI has no public address, reads: ["vpc_config[*].endpoint_public_access"]}
#   remediation: Set endpoint_public_access = false and endpoint_private_access = true in vpc_config, and reach the endpoint through the VPC.
package hipaactl.aws.eks.private_endpoint

import data.hipaactl.lib.ingress

public contains i if {
	some i, config in input.vpc_config
	config.endpoint_public_access
}

deny contains {"assertion": "open", "paths": paths, "message": "the whole internet reaches the cluster's endpoint"} if {
	some i in public
	some j, cidr in input.vpc_config[i].public_access_cidrs
	ingress.internet(cidr)
	paths := [sprintf("vpc_config[%d].endpoint_public_access", [i]), sprintf("vpc_config[%d].public_access_cidrs[%d]", [i, j])]
}

deny contains {"assertion": "phi", "paths": [path, "_.phi"], "message": "the cluster handles PHI and its endpoint has a public address"} if {
	input._.phi == "yes"
	some i in public
	path := sprintf("vpc_config[%d].endpoint_public_access", [i])
}

not_applicable contains {"assertion": "phi", "paths": ["_.phi"], "message": "the cluster is not marked as handling PHI"} if {
	input._.phi != "yes"
}
