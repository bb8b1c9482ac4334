# METADATA
# title: Redshift is not reachable from the internet
# description: A publicly accessible warehouse has a public address, and only its security groups stand between patient data and the internet.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-connecting.html
# custom:
#   id: HIPAA-RSH-002
#   severity: critical
#   citations: ["164.312(a)(1)", "164.312(e)(1)"]
#   resources:
#     aws_redshift_cluster: &reads {publicly_accessible: bool}
#     aws_redshiftserverless_workgroup: *reads
#   remediation: Set publicly_accessible = false, which since version 6 of the provider is the default.
package hipaactl.aws.redshift.public_access

deny contains {"paths": ["publicly_accessible"], "message": "it is publicly accessible"} if {
	input.publicly_accessible
}
