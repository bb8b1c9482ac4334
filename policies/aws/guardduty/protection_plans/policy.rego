# METADATA
# title: GuardDuty's protection plans cover what is in use
# description: >-
#   Beside the sources that GuardDuty always reads it has plans for single services: reads of objects in S3, sign-ins to databases,
#   malware on volumes, and others. Where PHI lies in S3 or in RDS, their plans are what notices that it is taken.
# related_resources:
#   - https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html
#   - https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DetectorFeatureConfigurationResult.html
# custom:
#   id: HIPAA-GRD-002
#   severity: medium
#   citations: ["164.308(a)(5)(ii)(B)", "164.308(a)(1)(ii)(D)"]
#   scope: region
#   resources:
#     aws_guardduty_detector: {enable: bool}
#     aws_guardduty_detector_feature: {name: string, status: string}
#     aws_s3_bucket: {}
#     aws_db_instance: {}
#     aws_rds_cluster: {}
#     aws_instance: {}
#     aws_eks_cluster: {}
#     aws_lambda_function: {}
#   assertions:
#     s3: {title: Where S3 holds PHI its data events are watched, reads: [aws_guardduty_detector, aws_guardduty_detector_feature, aws_s3_bucket]}
#     rds:
#       title: Where RDS holds PHI sign-ins are watched
#       reads: [aws_guardduty_detector, aws_guardduty_detector_feature, aws_db_instance, aws_rds_cluster]
#     malware: {title: Volumes of instances are searched for malware, reads: [aws_guardduty_detector, aws_guardduty_detector_feature, aws_instance]}
#     runtime: {title: What runs on instances and in clusters is watched, reads: [aws_guardduty_detector, aws_guardduty_detector_feature, aws_instance, aws_eks_cluster]}
#     eks: {title: Audit logs of Kubernetes are watched, reads: [aws_guardduty_detector, aws_guardduty_detector_feature, aws_eks_cluster]}
#     lambda: {title: The network of functions is watched, reads: [aws_guardduty_detector, aws_guardduty_detector_feature, aws_lambda_function]}
#   remediation: Declare aws_guardduty_detector_feature with status = "ENABLED" for each of these plans on the Region's detector.
package hipaactl.aws.guardduty.protection_plans

plans := {
	"s3": {"features": ["S3_DATA_EVENTS"], "of": ["aws_s3_bucket"], "phi": true},
	"rds": {"features": ["RDS_LOGIN_EVENTS"], "of": ["aws_db_instance", "aws_rds_cluster"], "phi": true},
	"malware": {"features": ["EBS_MALWARE_PROTECTION"], "of": ["aws_instance"], "phi": false},
	"runtime": {"features": ["RUNTIME_MONITORING"], "of": ["aws_instance", "aws_eks_cluster"], "phi": false},
	"eks": {"features": ["EKS_AUDIT_LOGS"], "of": ["aws_eks_cluster"], "phi": false},
	"lambda": {"features": ["LAMBDA_NETWORK_LOGS"], "of": ["aws_lambda_function"], "phi": false},
}

watching contains sprintf("aws_guardduty_detector[%d].enable", [i]) if {
	some i, detector in input.aws_guardduty_detector
	detector.enable
}

# uses are the paths of what shows that a plan is needed.
uses(plan) := {sprintf("%s[%d]", [type, i]) |
	not plan.phi
	some type in plan.of
	some i, _ in input[type]
} | {sprintf("%s[%d]._.phi", [type, i]) |
	plan.phi
	some type in plan.of
	some i, member in input[type]
	member._.phi == "yes"
}

stated(plan) := [i | some i, feature in input.aws_guardduty_detector_feature; feature.name in plan.features]

enabled(plan) if {
	some i in stated(plan)
	input.aws_guardduty_detector_feature[i].status == "ENABLED"
}

# An account answers with all features. Of code only those are known that it declares: a new
# detector switches on others by itself.
deny contains {"assertion": name, "paths": array.concat([use, detector], evidence), "message": message} if {
	some detector in watching
	some name, plan in plans
	some use in uses(plan)
	not enabled(plan)
	some evidence in off(plan)
	message := sprintf("%s is off", [plan.features[0]])
}

off(plan) := [[sprintf("%s.name", [at]), sprintf("%s.status", [at])] | some i in stated(plan); at := sprintf("aws_guardduty_detector_feature[%d]", [i])] if {
	count(stated(plan)) > 0
} else := [["aws_guardduty_detector_feature[*].name"]] if {
	input._.source == "live"
}

unknown contains {"assertion": name, "paths": [use, "aws_guardduty_detector_feature"], "message": "whether the detector has the plan by default"} if {
	count(watching) > 0
	input._.source != "live"
	some name, plan in plans
	some use in uses(plan)
	count(stated(plan)) == 0
}

not_applicable contains {"assertion": name, "paths": ["aws_guardduty_detector[*].enable"], "message": "no detector is here that is on"} if {
	count(watching) == 0
	some name, _ in plans
}

# Where the plan is on, it does not matter that nothing is seen that it is for.
not_applicable contains {"assertion": name, "paths": array.concat(paths, features), "message": "nothing in use is seen that the plan is for"} if {
	some name, plan in plans
	count(uses(plan)) == 0
	not enabled(plan)
	features := [sprintf("aws_guardduty_detector_feature[*].%s", [attribute]) | some attribute in ["name", "status"]]
	paths := [sprintf("%s%s", [type, {true: "[*]._.phi", false: ""}[plan.phi]]) | some type in plan.of]
}
