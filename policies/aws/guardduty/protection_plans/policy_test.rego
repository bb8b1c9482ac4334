package hipaactl.aws.guardduty.protection_plans_test

import data.hipaactl.aws.guardduty.protection_plans as policy

region(source, features, more) := object.union({
	"_": {"source": source},
	"aws_guardduty_detector": [{"enable": true}],
	"aws_guardduty_detector_feature": [{"name": name, "status": status} | some name, status in features],
	"aws_s3_bucket": [], "aws_db_instance": [], "aws_rds_cluster": [], "aws_instance": [], "aws_eks_cluster": [], "aws_lambda_function": [],
}, more)

phi := [{"_": {"phi": "unmarked"}}, {"_": {"phi": "yes"}}]

used := {"aws_s3_bucket": phi, "aws_rds_cluster": phi, "aws_instance": [{}], "aws_eks_cluster": [{}], "aws_lambda_function": [{}]}

all := {name: "ENABLED" | some _, plan in policy.plans; some name in plan.features}

denied(of) := asserted if {
	asserted := {d.assertion | some d in policy.deny} with input as of
}

test_on if denied(region("live", all, used)) == set()

test_off if {
	denied(region("live", {}, used)) == {"s3", "rds", "malware", "runtime", "eks", "lambda"}
	denied(region("live", object.union(all, {"S3_DATA_EVENTS": "DISABLED"}), used)) == {"s3"}
	denied(region("code", object.union(all, {"RUNTIME_MONITORING": "DISABLED"}), used)) == {"runtime"}
}

test_not_declared if {
	of := region("code", {}, used)
	denied(of) == set()
	{u.assertion | some u in policy.unknown} == {"s3", "rds", "malware", "runtime", "eks", "lambda"} with input as of
	count(policy.unknown) == 0 with input as region("live", {}, used)
}

test_not_used if {
	of := region("live", {}, {"aws_s3_bucket": [{"_": {"phi": "no"}}]})
	denied(of) == set()
	{n.assertion | some n in policy.not_applicable} == {"s3", "rds", "malware", "runtime", "eks", "lambda"} with input as of
}

test_on_without_use if {
	count(policy.not_applicable) == 0 with input as region("live", all, {})
}

test_suspended if {
	of := region("live", {}, object.union(used, {"aws_guardduty_detector": [{"enable": false}]}))
	denied(of) == set()
	{n.assertion | some n in policy.not_applicable} == {"s3", "rds", "malware", "runtime", "eks", "lambda"} with input as of
}
