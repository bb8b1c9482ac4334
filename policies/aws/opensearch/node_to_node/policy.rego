# METADATA
# title: Nodes of OpenSearch domains talk over TLS
# description: Without node-to-node encryption the nodes of a domain send each other documents and queries in the clear.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html
# custom:
#   id: HIPAA-OSS-002
#   severity: high
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(a)(2)(iv)"]
#   resources: {aws_opensearch_domain: {node_to_node_encryption: [{enabled: bool}]}}
#   remediation: Add node_to_node_encryption { enabled = true }. It cannot be turned off again.
package hipaactl.aws.opensearch.node_to_node

encrypted if {
	some block in input.node_to_node_encryption
	block.enabled
}

deny contains {"paths": ["node_to_node_encryption[*].enabled"], "message": "the nodes talk to each other in the clear"} if {
	not encrypted
}
