# METADATA
# title: DAX clusters are encrypted at rest and in transit
# description: A cache of tables writes what it holds to disk, and answers in plain text unless its endpoint is made for TLS. Both are fixed when the cluster is made.
# related_resources:
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dax_cluster
# custom:
#   id: HIPAA-DDB-004
#   severity: medium
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)", "164.312(e)(1)"]
#   resources:
#     aws_dax_cluster: {server_side_encryption: [{enabled: bool}], cluster_endpoint_encryption_type: string}
#   assertions:
#     at_rest:
#       title: The cluster is encrypted at rest
#       reads: [server_side_encryption]
#     in_transit:
#       title: Its endpoint takes TLS connections
#       reads: [cluster_endpoint_encryption_type]
#   remediation: Make the cluster anew with server_side_encryption { enabled = true } and cluster_endpoint_encryption_type = "TLS".
package hipaactl.aws.dynamodb.dax_encryption

deny contains {
	"assertion": "at_rest",
	"paths": ["server_side_encryption[*].enabled"],
	"message": "the cluster is not encrypted at rest",
} if {
	not input.server_side_encryption[0].enabled
}

deny contains {
	"assertion": "in_transit",
	"paths": ["cluster_endpoint_encryption_type"],
	"message": "the cluster's endpoint does not encrypt connections",
} if {
	not input.cluster_endpoint_encryption_type == "TLS"
}
