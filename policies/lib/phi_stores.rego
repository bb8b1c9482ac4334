# What in the account holds PHI. A policy that asks it declares these related lists:
#
#   stored_objects:  {type: aws_s3_bucket, on: account}
#   stored_rows:     {type: aws_db_instance, on: account}
#   stored_clusters: {type: aws_rds_cluster, on: account}
#   stored_items:    {type: aws_dynamodb_table, on: account}
#   stored_files:    {type: aws_efs_file_system, on: account}
package hipaactl.lib.phi_stores

# services are the prefixes of the IAM actions on what a list holds.
services := {
	"stored_objects": "s3",
	"stored_rows": "rds",
	"stored_clusters": "rds",
	"stored_items": "dynamodb",
	"stored_files": "elasticfilesystem",
}

# marked are the paths that show that a service of the account holds PHI.
marked[service] contains path if {
	some name, service in services
	some i, store in input._[name]
	store._.phi == "yes"
	path := sprintf("_.%s[%d]._.phi", [name, i])
}

# searched are the paths that show that nothing does.
searched := [sprintf("_.%s[*]._.phi", [name]) | some name, _ in services]
