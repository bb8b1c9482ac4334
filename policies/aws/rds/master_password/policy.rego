# METADATA
# title: Master passwords of databases stay out of Terraform
# description: A password that Terraform sets stands in its state, and often in variables and in the history of the code. Secrets Manager makes one that nobody sees, and rotates it.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster
# custom:
#   id: HIPAA-RDS-014
#   severity: high
#   citations: ["164.308(a)(5)(ii)(D)", "164.312(d)", "164.308(a)(1)(ii)(B)"]
#   resources:
#     aws_db_instance:
#       manage_master_user_password: bool
#       password: string
#       password_wo: string
#       password_wo_version: number
#       replicate_source_db: string
#       snapshot_identifier: string
#       restore_to_point_in_time: [{}]
#     aws_rds_cluster:
#       manage_master_user_password: bool
#       master_password: string
#       master_password_wo: string
#       master_password_wo_version: number
#       replication_source_identifier: string
#       snapshot_identifier: string
#       restore_to_point_in_time: [{}]
#       global_cluster_identifier: string
#   assertions:
#     unstored:
#       title: Terraform's state holds no master password
#       reads:
#         - manage_master_user_password
#         - password
#         - master_password
#         - replicate_source_db
#         - replication_source_identifier
#         - global_cluster_identifier
#         - snapshot_identifier
#         - restore_to_point_in_time
#     managed:
#       title: Secrets Manager keeps the master password of a database that is there
#       reads: [manage_master_user_password, replicate_source_db, replication_source_identifier, global_cluster_identifier]
#   remediation: Set manage_master_user_password = true, or hand a password over from an ephemeral resource with password_wo.
package hipaactl.aws.rds.master_password

# arguments are those by which each type gets its password: one of Terraform's, and one that
# Terraform does not keep.
arguments := {
	"aws_db_instance": {"plain": "password", "written": ["password_wo", "password_wo_version"]},
	"aws_rds_cluster": {"plain": "master_password", "written": ["master_password_wo", "master_password_wo_version"]},
}[input._.type]

# shown are the databases that it may be a copy of, with their password, as far as an account
# shows them as well; origins are all.
shown := {
	"aws_db_instance": ["replicate_source_db"],
	"aws_rds_cluster": ["replication_source_identifier", "global_cluster_identifier"],
}[input._.type]

origins := array.concat(shown, ["snapshot_identifier", "restore_to_point_in_time"])

live if input._.source == "live"

kept if input.manage_master_user_password

kept if {
	some argument in arguments.written
	input[argument]
}

copied contains origin if {
	some origin in origins
	input[origin] != []
}

# A database that is made anew has a password; where nobody else keeps it, Terraform does.
deny contains {
	"assertion": "unstored",
	"paths": array.concat(array.concat(["manage_master_user_password"], arguments.written), origins),
	"message": "the master password is set by Terraform, whose state keeps it",
} if {
	not live
	not kept
	count(copied) == 0
}

deny contains {
	"assertion": "unstored",
	"paths": [arguments.plain],
	"message": "the master password is set by Terraform, whose state keeps it",
} if {
	not live
	input[arguments.plain]
}

not_applicable contains {
	"assertion": "unstored",
	"paths": ["_.source"],
	"message": "an account does not show what set the password",
} if {
	live
}

deny contains {
	"assertion": "managed",
	"paths": array.concat(["manage_master_user_password"], shown),
	"message": "Secrets Manager does not keep the master password",
} if {
	live
	not kept
	count(copied) == 0
}

not_applicable contains {
	"assertion": "managed",
	"paths": [origin],
	"message": "its master password is that of the database which it copies",
} if {
	live
	some origin in copied
}

not_applicable contains {
	"assertion": "managed",
	"paths": ["_.source"],
	"message": "only of a database that is there can be told where its password is kept",
} if {
	not live
}
