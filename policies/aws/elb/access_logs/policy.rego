# METADATA
# title: Load balancers log access
# description: >-
#   The access log is the one record of who asked a service for what, with addresses and times. Network load balancers log
#   what comes over TLS; gateway load balancers have no such log.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html
# custom:
#   id: HIPAA-ELB-005
#   severity: medium
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   resources:
#     aws_lb: {load_balancer_type: string, access_logs: &logs [{enabled: bool}]}
#     aws_elb: {access_logs: *logs}
#   remediation: >-
#     Add access_logs { bucket = aws_s3_bucket.logs.id enabled = true }, and let the service write to the bucket by its policy.
package hipaactl.aws.elb.access_logs

logged if {
	some logs in input.access_logs
	logs.enabled
}

gateway if input.load_balancer_type == "gateway"

deny contains {"paths": ["access_logs[*].enabled", "load_balancer_type"], "message": "access is not logged"} if {
	not gateway
	not logged
}

not_applicable contains {"paths": ["load_balancer_type"], "message": "gateway load balancers have no access log"} if gateway
