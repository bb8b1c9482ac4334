# METADATA
# title: Databases apply minor upgrades by themselves
# description: Minor versions mend faults that are known to everybody. A database that waits for a person to apply them stays open to them.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance
# custom:
#   id: HIPAA-RDS-015
#   severity: low
#   citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(5)(ii)(B)"]
#   nprm: ["164.308(a)(4)"]
#   resources:
#     aws_db_instance: &reads {auto_minor_version_upgrade: bool}
#     aws_rds_cluster_instance: *reads
#   remediation: Leave auto_minor_version_upgrade at true.
package hipaactl.aws.rds.minor_upgrades

deny contains {"paths": ["auto_minor_version_upgrade"], "message": "minor upgrades are not applied by themselves"} if {
	not input.auto_minor_version_upgrade
}
