# METADATA
# title: Databases authenticate with IAM
# description: A password of a database is shared and lives long. With IAM each client has its own rights, and credentials that last for minutes.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_proxy
# custom:
#   id: HIPAA-RDS-013
#   severity: medium
#   citations: ["164.312(d)", "164.312(a)(2)(i)", "164.312(a)(1)"]
#   resources:
#     aws_db_instance: {engine: string, iam_database_authentication_enabled: bool}
#     aws_rds_cluster: {iam_database_authentication_enabled: bool}
#     aws_db_proxy: {auth: [{iam_auth: string}]}
#   remediation: Set iam_database_authentication_enabled = true, and iam_auth = "REQUIRED" in the auth blocks of the proxy.
package hipaactl.aws.rds.iam_authentication

database if input._.type != "aws_db_proxy"

supported if {
	input._.type == "aws_db_instance"
	input.engine in {"mysql", "mariadb", "postgres"}
}

supported if input._.type == "aws_rds_cluster"

unsupported if regex.match(`^(custom-.*|oracle-.*|sqlserver-.*|db2-.*)$`, input.engine)

deny contains {
	"paths": array.concat(["iam_database_authentication_enabled"], ["engine" | input._.type == "aws_db_instance"]),
	"message": "clients cannot authenticate with IAM",
} if {
	supported
	not input.iam_database_authentication_enabled
}

deny contains {
	"paths": [sprintf("auth[%d].iam_auth", [i])],
	"message": "the proxy takes clients without IAM",
} if {
	some i, auth in input.auth
	not asks(auth)
}

asks(auth) if auth.iam_auth in {"REQUIRED", "ENABLED"}

unknown contains {"paths": ["engine"], "message": "whether its engine can authenticate with IAM"} if {
	database
	not supported
	not unsupported
	not input.iam_database_authentication_enabled
}

not_applicable contains {"paths": ["engine"], "message": "its engine cannot authenticate with IAM"} if {
	unsupported
}
