# METADATA
# title: VPC flow logs are recorded
# description: >-
#   Flow logs show who reached, or tried to reach, the machines of a network. Rejected traffic is the least; a network
#   that holds PHI needs all of it. Logs of single subnets count only if every subnet has one, and those of network
#   interfaces do not count.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html
# custom:
#   id: HIPAA-VPC-001
#   severity: high
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)", "164.308(a)(6)(ii)"]
#   nprm: ["164.312(d)"]
#   resources: {aws_vpc: {}, aws_default_vpc: {}}
#   related:
#     logs:
#       type: aws_flow_log
#       on: vpc_id = id
#       more: helps
#       attributes: &traffic {traffic_type: string}
#     subnets:
#       type: aws_subnet
#       on: vpc_id = id
#       related:
#         logs: {type: aws_flow_log, on: subnet_id = id, more: helps, attributes: *traffic}
#     anywhere: {type: aws_flow_log, on: account, more: helps}
#   assertions:
#     flow_log: {title: The VPC has a flow log, reads: [_.logs]}
#   remediation: Declare aws_flow_log with the VPC's id and traffic_type = "ALL".
package hipaactl.aws.vpc.flow_logs

# enough holds for flow logs that together record what is asked for.
enough(logs) if "ALL" in types(logs)

enough(logs) if {"ACCEPT", "REJECT"} & types(logs) == {"ACCEPT", "REJECT"}

enough(logs) if {
	"REJECT" in types(logs)
	input._.phi != "yes"
}

types(logs) := {log.traffic_type | some log in logs}

# bare are the subnets without flow logs of their own.
bare contains i if {
	some i, subnet in input._.subnets
	not enough(subnet._.logs)
}

traffic := {"yes": "all traffic", "no": "rejected traffic", "unmarked": "rejected traffic"}

deny contains {"assertion": "flow_log", "paths": paths, "message": sprintf("no flow log records %s", [traffic[input._.phi]])} if {
	not enough(input._.logs)
	some paths in uncovered
}

# uncovered is what shows that flow logs of subnets do not stand in for one of the VPC: there are no flow logs at
# all, no subnets, or one that has none.
uncovered contains ["_.logs", "_.anywhere"] if count(input._.anywhere) == 0

uncovered contains ["_.logs[*].traffic_type", "_.subnets"] if count(input._.subnets) == 0

uncovered contains ["_.logs[*].traffic_type", sprintf("_.subnets[%d]._.logs[*].traffic_type", [i])] if some i in bare

not_applicable contains {"paths": paths, "message": "every subnet of the VPC has a flow log of its own"} if {
	not enough(input._.logs)
	count(uncovered) == 0
	paths := ["_.logs[*].traffic_type", "_.subnets", "_.subnets[*]._.logs[*].traffic_type"]
}
