# METADATA
# title: Redshift clusters take new versions of the engine
# description: New versions close known holes. A cluster that refuses them keeps every hole of the version that it has.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-considerations.html#rs-upgrading-clusters
# custom:
#   id: HIPAA-RSH-007
#   severity: low
#   citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(5)(ii)(B)"]
#   resources: {aws_redshift_cluster: {allow_version_upgrade: bool}}
#   remediation: Leave allow_version_upgrade at true, and set preferred_maintenance_window to hours that suit you.
package hipaactl.aws.redshift.version_upgrade

deny contains {"paths": ["allow_version_upgrade"], "message": "new versions of the engine are not installed"} if {
	not input.allow_version_upgrade
}
