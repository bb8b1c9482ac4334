# METADATA
# title: Networks with PHI reach AWS services through endpoints
# description: >-
#   Without an endpoint, traffic to an AWS service leaves the network by an internet or NAT gateway, which then has to stay open to
#   everywhere. An endpoint's policy limits what can be carried out through it; the one that an endpoint begins with lets everything
#   through. A VPC is judged if it is marked as holding PHI itself. An endpoint counts if traffic takes it: a gateway endpoint needs a
#   route table, an interface endpoint a subnet and private DNS, without which the service's usual name still leads to its public address.
#   Which subnets use a route table, and what security groups let through, is not compared.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html
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
#       attributes:
#         service_name: string
#         state: string
#         policy: document
#         vpc_endpoint_type: string
#         route_table_ids: [string]
#         subnet_ids: [string]
#         private_dns_enabled: bool
#         dns_options: [{private_dns_only_for_inbound_resolver_endpoint: bool}]
#       related:
#         policies: {type: aws_vpc_endpoint_policy, on: vpc_endpoint_id = id, attributes: {policy: document}}
#         routed: {type: aws_vpc_endpoint_route_table_association, on: vpc_endpoint_id = id, more: helps}
#         seated: {type: aws_vpc_endpoint_subnet_association, on: vpc_endpoint_id = id, more: helps}
#         named: {type: aws_vpc_endpoint_private_dns, on: vpc_endpoint_id = id, attributes: {private_dns_enabled: bool}}
#     tables: {type: aws_dynamodb_table, on: region}
#     subnets:
#       type: aws_subnet
#       on: vpc_id = id
#       related:
#         machines: {type: aws_instance, on: subnet_id = id}
#   assertions:
#     services:
#       title: S3, KMS and Secrets Manager are reached through endpoints
#       reads:
#         - _.endpoints[*].service_name
#         - _.endpoints[*].state
#         - _.endpoints[*].vpc_endpoint_type
#         - _.endpoints[*].route_table_ids
#         - _.endpoints[*].subnet_ids
#         - _.endpoints[*].private_dns_enabled
#         - _.endpoints[*].dns_options
#         - _.endpoints[*]._.routed
#         - _.endpoints[*]._.seated
#         - _.endpoints[*]._.named
#     used:
#       title: DynamoDB and EC2 are reached through endpoints where they are used
#       reads:
#         - _.endpoints[*].service_name
#         - _.endpoints[*].state
#         - _.endpoints[*].vpc_endpoint_type
#         - _.endpoints[*].route_table_ids
#         - _.endpoints[*].subnet_ids
#         - _.endpoints[*].private_dns_enabled
#         - _.endpoints[*].dns_options
#         - _.endpoints[*]._.routed
#         - _.endpoints[*]._.seated
#         - _.endpoints[*]._.named
#         - _.tables
#         - _.subnets
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
	carries(endpoint)
}

# carries holds where the traffic of the VPC takes the endpoint.
carries(endpoint) if {
	endpoint.vpc_endpoint_type == "Gateway"
	count(object.get(endpoint, "route_table_ids", [])) + count(endpoint._.routed) > 0
}

carries(endpoint) if {
	endpoint.vpc_endpoint_type == "Interface"
	count(object.get(endpoint, "subnet_ids", [])) + count(endpoint._.seated) > 0
	private(endpoint)
	everywhere(endpoint)
}

private(endpoint) if {
	count(endpoint._.named) == 0
	endpoint.private_dns_enabled
}

private(endpoint) if endpoint._.named[_].private_dns_enabled

# everywhere holds where the private name leads to the endpoint from the VPC too: that of a service with both kinds of
# endpoint does so for networks outside alone, unless the endpoint says otherwise, and asks for a gateway endpoint beside it.
everywhere(endpoint) if not service(endpoint) in {"s3", "dynamodb"}

everywhere(endpoint) if endpoint.dns_options[_].private_dns_only_for_inbound_resolver_endpoint == false

carried := ["service_name", "state", "vpc_endpoint_type", "route_table_ids", "subnet_ids", "private_dns_enabled", "dns_options", "_.routed", "_.seated", "_.named"]

rests_on := array.concat(["_.phi"], [sprintf("_.endpoints[*].%s", [path]) | some path in carried])

deny contains {"assertion": "services", "paths": rests_on, "message": sprintf("no endpoint carries the VPC's traffic to %s", [names[name]])} if {
	phi
	some name in ["s3", "kms", "secretsmanager"]
	not name in reached
}

deny contains {
	"assertion": "used",
	"paths": array.concat(rests_on, [path]),
	"message": sprintf("%s is used, and no endpoint carries the VPC's traffic to it", [names[name]]),
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
