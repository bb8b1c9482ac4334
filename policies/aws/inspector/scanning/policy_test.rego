package hipaactl.aws.inspector.scanning_test

import data.hipaactl.aws.inspector.scanning as policy
import data.hipaactl.aws.inspector.scanning_region as region

account(types, more) := object.union({
	"aws_inspector2_enabler": [{"resource_types": types}],
	"aws_instance": [], "aws_ecr_repository": [], "aws_lambda_function": [],
}, more)

denied(input_) := asserted if {
	asserted := {d.assertion | some d in region.deny} with input as input_
}

all := {"aws_instance": [{}], "aws_ecr_repository": [{}], "aws_lambda_function": [{}]}

test_everything if denied(account(["EC2", "ECR", "LAMBDA", "LAMBDA_CODE"], all)) == set()

test_off if {
	denied(account([], all)) == {"ec2", "ecr", "lambda", "lambda_code"}
	denied(object.union(account([], all), {"aws_inspector2_enabler": []})) == {"ec2", "ecr", "lambda", "lambda_code"}
	denied(account(["EC2", "LAMBDA"], all)) == {"ecr", "lambda_code"}
}

test_not_used if {
	denied(account([], {})) == set()
	{n.assertion | some n in region.not_applicable} == {"ec2", "ecr", "lambda", "lambda_code"} with input as account([], {})
	{n.assertion | some n in region.not_applicable} == {"ecr", "lambda", "lambda_code"} with input as account([], {"aws_instance": [{}]})
}

params := {"critical_days": 15, "high_days": 30}

old(findings) := count(denials) if {
	denials := policy.deny with input as live(findings) with data.params as params with data.now as "2026-03-01T12:00:00Z"
}

live(findings) := {"_": {"source": "live", "phi": "yes", "findings": findings}}

finding(severity, day) := {"severity": severity, "first_observed_at": sprintf("%sT12:00:00Z", [day])}

test_findings if {
	old([]) == 0
	old([finding("CRITICAL", "2026-02-14"), finding("HIGH", "2026-01-30")]) == 0
	old([finding("CRITICAL", "2026-02-13")]) == 1
	old([finding("HIGH", "2026-01-29")]) == 1
}

test_time_that_cannot_be_read if {
	count(policy.unknown) == 1 with input as live([{"severity": "HIGH", "first_observed_at": "long ago"}]) with data.now as "2026-03-01T12:00:00Z" with data.params as params
}

test_code if count(policy.not_applicable) == 1 with input as {"_": {"source": "code", "findings": []}}
