# METADATA
# title: Networks with PHI reach AWS services through endpoints
# description: >-
#   Without an endpoint, traffic to an AWS service leaves the network by an internet or NAT gateway, which then has to stay open to
#   everywhere. An endpoint's policy limits what can be carried out through it; the one that an endpoint begins with lets everything
#   through. A VPC is judged if it is marked as holding PHI itself.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint
# custom:
#   id: HIPAA-VPC-008
#   severity: low
#   citations: ["164.312(e)(1)", "164.312(a)(1)"]
#   resources: {aws_vpc: {}, aws_default_vpc: {}}
#   related:
#     endpoints:
#       type: aws_vpc_endpoint
#       on: vpc_id = id
#       attributes: {service_name: string, state: string, policy: document}
#       related:
#         policies: {type: aws_vpc_endpoint_policy, on: vpc_endpoint_id = id, attributes: {policy: document}}
#     tables: {type: aws_dynamodb_table, on: region}
#     subnets:
#       type: aws_subnet
#       on: vpc_id = id
#       related:
#         machines: {type: aws_instance, on: subnet_id = id}
#   assertions:
#     services:
#       title: S3, KMS and Secrets Manager are reached through endpoints
#       reads: ["_.endpoints[*].service_name", "_.endpoints[*].state"]
#     used:
#       title: DynamoDB and EC2 are reached through endpoints where they are used
#       reads: ["_.endpoints[*].service_name", "_.endpoints[*].state", _.tables, _.subnets]
#     policies:
#       title: No endpoint of these services lets everything through
#       reads: ["_.endpoints[*].service_name", "_.endpoints[*].policy", "_.endpoints[*]._.policies"]
#   remediation: >-
#     Add gateway endpoints for S3 and DynamoDB and interface endpoints for KMS, Secrets Manager and EC2, each with a policy that
#     names your accounts or resources.
package hipaactl.aws.vpc.endpoints

import data.hipaactl.lib.iam
import data.hipaactl.lib.iam_pattern

phi if input._.phi == "yes"

not_applicable contains {"assertion": assertion, "paths": ["_.phi"], "message": "the VPC is not marked as one with PHI"} if {
	some assertion in {"services", "used", "policies"}
	not phi
}

names := {"s3": "S3", "kms": "KMS", "secretsmanager": "Secrets Manager", "dynamodb": "DynamoDB", "ec2": "EC2"}

# service is what an endpoint is for: s3 in com.amazonaws.eu-west-1.s3. Those for FIPS end in -fips.
service(endpoint) := name if {
	name := trim_suffix(regex.replace(endpoint.service_name, `^.*\.`, ""), "-fips")
	names[name]
}

# Endpoints in these states carry nothing.
unusable := {"pendingacceptance", "rejected", "failed", "expired", "deleting", "deleted"}

reached contains service(endpoint) if {
	some endpoint in input._.endpoints
	not lower(object.get(endpoint, "state", "")) in unusable
}

rests_on := ["_.phi", "_.endpoints[*].service_name", "_.endpoints[*].state"]

deny contains {"assertion": "services", "paths": rests_on, "message": sprintf("no endpoint of the VPC is for %s", [names[name]])} if {
	phi
	some name in ["s3", "kms", "secretsmanager"]
	not name in reached
}

deny contains {
	"assertion": "used",
	"paths": array.concat(rests_on, [path]),
	"message": sprintf("%s is used, and no endpoint of the VPC is for it", [names[name]]),
} if {
	phi
	some name, path in used
	not name in reached
}

used["dynamodb"] := "_.tables[0]" if count(input._.tables) > 0

used["ec2"] := path if path := sprintf("_.subnets[%d]._.machines[0]", [min(occupied)])

occupied contains i if {
	some i, subnet in input._.subnets
	count(subnet._.machines) > 0
}

# effective are the policies of an endpoint by their paths: one that stands for itself replaces the endpoint's own.
effective(i, endpoint) := {sprintf("_.endpoints[%d]._.policies[%d].policy", [i, j]): attached.policy |
	some j, attached in endpoint._.policies
} if {
	count(endpoint._.policies) > 0
} else := {sprintf("_.endpoints[%d].policy", [i]): endpoint.policy}

deny contains {"assertion": "policies", "paths": paths, "message": message(endpoint)} if {
	phi
	some i, endpoint in input._.endpoints
	service(endpoint)
	some at, document in effective(i, endpoint)
	some n in wide(document)
	paths := array.concat(rests_on_policy(i), iam.paths(at, document, n))
}

deny contains {"assertion": "policies", "paths": rests_on_policy(i), "message": message(endpoint)} if {
	phi
	some i, endpoint in input._.endpoints
	service(endpoint)
	not endpoint.policy
	count(endpoint._.policies) == 0
}

message(endpoint) := sprintf("an endpoint for %s lets everything through", [names[service(endpoint)]])

rests_on_policy(i) := array.concat(["_.phi"], [sprintf("_.endpoints[%d].%s", [i, path]) | some path in ["service_name", "policy", "_.policies"]])

# whose are the condition keys that hold what is reached to accounts of one's own.
whose := {"aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths"}

# wide are the statements that let everybody do everything to anything.
wide(document) := {n |
	some n in iam.public_statements(document)
	statement := document.Statement[n]
	not iam.demands(statement, whose)
	some action in iam_pattern.actions(statement)
	regex.match(`^([^:]*:)?\*$`, action)
	some resource in iam_pattern.resources(statement)
	regex.match(`^(arn:[^:]*:[^:]*:[^:]*:[^:]*:)?\*$`, resource)
}
