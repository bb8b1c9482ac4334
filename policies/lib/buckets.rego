# What several policies ask of a bucket. They declare the related lists by these names.
package hipaactl.lib.buckets

# audit_lists are what writes audit logs into a bucket:
#
#   trails:                 {type: aws_cloudtrail, on: s3_bucket_name = id}
#   channels:               {type: aws_config_delivery_channel, on: s3_bucket_name = id}
#   flow_logs:              {type: aws_flow_log, on: log_destination = arn}
#   load_balancers:         {type: aws_lb, on: access_logs.bucket = id}
#   classic_load_balancers: {type: aws_elb, on: access_logs.bucket = id}
audit_lists := ["trails", "channels", "flow_logs", "load_balancers", "classic_load_balancers"]

# audit_log holds for a bucket that something in the set names as the destination of its logs.
audit_log if {
	some name in audit_lists
	count(input._[name]) > 0
}

# audit_paths are what that rests on, for the paths of a statement: the members that
# name the bucket, or the lists, where none does.
audit_paths := [sprintf("_.%s[%d]", [name, i]) | some name in audit_lists; some i, _ in input._[name]] if {
	audit_log
} else := [sprintf("_.%s", [name]) | some name in audit_lists; input._[name]]

# access_log holds for a bucket that receives the access logs of others, or its own:
#
#   sources: {type: aws_s3_bucket_logging, on: target_bucket = id}
access_log if count(input._.sources) > 0

# destination holds for a bucket that receives logs of either kind.
destination if access_log

destination if audit_log

# destination_paths are what that rests on.
destination_paths := ["_.sources[0]"] if {
	access_log
} else := audit_paths if {
	audit_log
} else := array.concat(["_.sources"], audit_paths)

# blocked holds for a flag that a public access block of the bucket or its account sets:
#
#   block:   {type: aws_s3_bucket_public_access_block, on: bucket = id}
#   account: {type: aws_s3_account_public_access_block, on: account}
blocked(flag) if {
	some block in array.concat(input._.block, input._.account)
	block[flag]
}

# block_paths are what that rests on.
block_paths(flag) := [sprintf("_.%s[*].%s", [name, flag]) | some name in ["block", "account"]]

# public_acls are the paths of ACLs with one of the canned names, and of grants of one
# of the permissions to the groups that hold everybody or every AWS account:
#
#   acls: {type: aws_s3_bucket_acl, on: bucket = id}
#
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
public_acls(names, permissions) := canned | granted if {
	canned := {[sprintf("_.acls[%d].acl", [i])] | some i, acl in input._.acls; acl.acl in names}
	granted := {[sprintf("%s.permission", [at]), sprintf("%s.grantee[%d].uri", [at, n])] |
		some i, acl in input._.acls
		some j, list in acl.access_control_policy
		some k, grant in list.grant
		grant.permission in permissions
		some n, grantee in grant.grantee
		regex.match(`/groups/global/(AllUsers|AuthenticatedUsers)$`, grantee.uri)
		at := sprintf("_.acls[%d].access_control_policy[%d].grant[%d]", [i, j, k])
	}
}

# expiry_before are the paths of rules in use that delete current objects before the
# number of days is over. One with a date deletes everything from that day on. The
# list stands at the path:
#
#   lifecycles: {type: aws_s3_bucket_lifecycle_configuration, on: bucket = id}
expiry_before(at, lifecycles, days) := {paths |
	some i, lifecycle in lifecycles
	some j, rule in lifecycle.rule
	rule.status == "Enabled"
	some k, expiration in rule.expiration
	some attribute in ["days", "date"]
	too_early(attribute, expiration[attribute], days)
	here := sprintf("%s[%d].rule[%d]", [at, i, j])
	paths := [sprintf("%s.expiration[%d].%s", [here, k, attribute]), sprintf("%s.status", [here])]
}

too_early("days", value, days) if {
	value > 0
	value < days
}

too_early("date", _, _)

# retentions are the default retentions of object locks, their length in days.
retentions(locks) := [{"mode": retention.mode, "days": days} |
	some lock in locks
	some rule in lock.rule
	some retention in rule.default_retention
	retention.mode in {"GOVERNANCE", "COMPLIANCE"}
	days := max([object.get(retention, "days", 0), object.get(retention, "years", 0) * 365])
]
