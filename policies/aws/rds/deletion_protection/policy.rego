# METADATA
# title: Databases are protected from deletion
# description: One wrong plan or call deletes a database without deletion protection, and without a final snapshot nothing of it is left.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstance.html
# custom:
#   id: HIPAA-RDS-007
#   severity: {default: medium, phi: high}
#   citations: ["164.312(c)(1)", "164.308(a)(7)(i)", "164.310(d)(2)(iv)"]
#   resources:
#     aws_db_instance: {deletion_protection: bool, skip_final_snapshot: bool, replicate_source_db: string}
#     aws_rds_cluster: {deletion_protection: bool, skip_final_snapshot: bool}
#   assertions:
#     protected:
#       title: Deletion protection is on
#       reads: [deletion_protection]
#     final_snapshot:
#       title: A database that holds PHI leaves a final snapshot
#       reads: [skip_final_snapshot, replicate_source_db]
#   remediation: Set deletion_protection = true, and on databases that hold PHI keep the final snapshot (skip_final_snapshot = false with a final_snapshot_identifier).
package hipaactl.aws.rds.deletion_protection

deny contains {
	"assertion": "protected",
	"paths": ["deletion_protection"],
	"message": "deletion protection is off",
} if {
	not input.deletion_protection
}

deny contains {
	"assertion": "final_snapshot",
	"paths": ["skip_final_snapshot", "replicate_source_db"],
	"message": "the final snapshot is skipped on a database that holds PHI",
} if {
	input._.phi == "yes"
	input.skip_final_snapshot
	not input.replicate_source_db
}

not_applicable contains {
	"assertion": "final_snapshot",
	"paths": ["_.phi"],
	"message": "only databases that hold PHI must leave a final snapshot",
} if {
	input._.phi != "yes"
}

# Whether to take one is said when the database is deleted: AWS cannot know before.
not_applicable contains {
	"assertion": "final_snapshot",
	"paths": ["_.source"],
	"message": "only code says what is done when the database is deleted",
} if {
	input._.source == "live"
}

# RDS takes no final snapshot of a read replica: its data is that of its source.
not_applicable contains {
	"assertion": "final_snapshot",
	"paths": ["replicate_source_db"],
	"message": "a read replica leaves no final snapshot",
} if {
	input.replicate_source_db
}
