package hipaactl.aws.vpc.flow_logs_test

import data.hipaactl.aws.vpc.flow_logs as policy

logs(types) := [{"traffic_type": type} | some type in types]

# vpc has flow logs of its own and, for each of its subnets, those of the subnet. There is another VPC with a flow log.
vpc(phi, own, subnets) := {"_": {
	"type": "aws_vpc",
	"phi": phi,
	"logs": logs(own),
	"subnets": [{"_": {"logs": logs(types)}} | some types in subnets],
	"anywhere": [{}],
}}

test_all_traffic if {
	count(policy.deny) == 0 with input as vpc("yes", ["ALL"], [[], []])
	count(policy.not_applicable) == 0 with input as vpc("yes", ["ALL"], [["ALL"]])
}

test_rejected_traffic if {
	count(policy.deny) == 0 with input as vpc("no", ["REJECT"], [])
	count(policy.deny) == 0 with input as vpc("unmarked", ["REJECT"], [])
	count(policy.deny) == 1 with input as vpc("yes", ["REJECT"], [])
}

test_accepted_and_rejected_is_all if count(policy.deny) == 0 with input as vpc("yes", ["ACCEPT", "REJECT"], [])

test_accepted_alone if count(policy.deny) == 1 with input as vpc("unmarked", ["ACCEPT"], [])

test_no_log if count(policy.deny) == 1 with input as vpc("unmarked", [], [])

test_no_log_anywhere if {
	none := object.union(vpc("unmarked", [], [[]]), {"_": {"anywhere": []}})
	paths := {d.paths | some d in policy.deny} with input as none
	["_.logs", "_.anywhere"] in paths
}

test_some_subnets if {
	paths := {d.paths | some d in policy.deny} with input as vpc("unmarked", [], [["ALL"], []])
	paths == {["_.logs[*].traffic_type", "_.subnets[1]._.logs[*].traffic_type"]}
	count(policy.not_applicable) == 0 with input as vpc("unmarked", [], [["ALL"], []])
}

test_every_subnet if {
	count(policy.deny) == 0 with input as vpc("unmarked", [], [["ALL"], ["REJECT"]])
	count(policy.not_applicable) == 1 with input as vpc("unmarked", [], [["ALL"], ["REJECT"]])
}

test_every_subnet_with_phi if {
	count(policy.deny) == 1 with input as vpc("yes", [], [["ALL"], ["REJECT"]])
	count(policy.deny) == 0 with input as vpc("yes", [], [["ALL"], ["ACCEPT", "REJECT"]])
}
