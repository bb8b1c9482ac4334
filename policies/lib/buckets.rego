# Buckets that receive audit logs. A policy that uses this declares the related
# lists by these names:
#
#   trails:         {type: aws_cloudtrail, on: s3_bucket_name = id}
#   channels:       {type: aws_config_delivery_channel, on: s3_bucket_name = id}
#   flow_logs:      {type: aws_flow_log, on: log_destination = arn}
#   load_balancers: {type: aws_lb, on: access_logs.bucket = id}
package hipaactl.lib.buckets

audit_lists := {"trails", "channels", "flow_logs", "load_balancers"}

# audit_log holds for a bucket that something in the set names as the destination of its logs.
audit_log if {
	some name in audit_lists
	count(input._[name]) > 0
}

# audit_paths are what that rests on, for the paths of a statement.
audit_paths := [sprintf("_.%s", [name]) | some name in audit_lists; input._[name]]
