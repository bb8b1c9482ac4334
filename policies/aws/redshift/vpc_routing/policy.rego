# METADATA
# title: Redshift loads and unloads through its VPC
# description: >-
#   Without enhanced VPC routing COPY and UNLOAD reach S3 and other hosts over the internet's routes of AWS, past the
#   security groups, endpoints and flow logs of the VPC.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html
# custom:
#   id: HIPAA-RSH-006
#   severity: low
#   citations: ["164.312(e)(1)", "164.312(a)(1)"]
#   resources:
#     aws_redshift_cluster: &reads {enhanced_vpc_routing: bool}
#     aws_redshiftserverless_workgroup: *reads
#   remediation: Set enhanced_vpc_routing = true, and give the VPC an endpoint for S3.
package hipaactl.aws.redshift.vpc_routing

deny contains {"paths": ["enhanced_vpc_routing"], "message": "its traffic with S3 and other hosts does not go through the VPC"} if {
	not input.enhanced_vpc_routing
}
