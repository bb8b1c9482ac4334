# METADATA
# title: Databases and their proxies accept TLS connections alone
# description: A client that is not made to encrypt may send its password, and the records that it reads, in the clear.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.SSL.Using.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_proxy
# custom:
#   id: HIPAA-RDS-010
#   severity: high
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(e)(2)(i)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_db_instance: {engine: string, engine_version: string, parameter_group_name: string}
#     aws_rds_cluster: {engine: string, engine_version: string, db_cluster_parameter_group_name: string}
#     aws_db_proxy: {require_tls: bool}
#   related:
#     group:
#       type: aws_db_parameter_group
#       on: name = parameter_group_name
#       attributes: &group {family: string, parameter: [{name: string, value: string}]}
#     cluster_group:
#       type: aws_rds_cluster_parameter_group
#       on: name = db_cluster_parameter_group_name
#       attributes: *group
#   assertions:
#     instance: {title: The instance accepts TLS connections alone, reads: [_.group]}
#     cluster: {title: The cluster accepts TLS connections alone, reads: [_.cluster_group]}
#     proxy: {title: The proxy accepts TLS connections alone, reads: [require_tls]}
#   remediation: Set rds.force_ssl to 1, or require_secure_transport to ON, in a parameter group of your own for the database, and require_tls = true on the proxy.
package hipaactl.aws.rds.require_tls

# kinds are the assertions, one for each type, and the list that a type's parameters are in.
kinds := {"aws_db_instance": "instance", "aws_rds_cluster": "cluster", "aws_db_proxy": "proxy"}

kind := kinds[input._.type]

listed := {"instance": "group", "cluster": "cluster_group"}[kind]

groups := input._[listed]

# product is the engine, or where the database leaves that to what it is copied from, the one
# that its parameter group is for.
product := input.engine if {
	input.engine
} else := regex.find_n(`^[a-z-]+[a-z]`, groups[0].family, 1)[0]

version := numbers(regex.find_n(`[0-9]+(\.[0-9]+)?`, groups[0].family, 1)[0]) if {
	count(groups) > 0
} else := numbers(regex.find_n(`^[0-9]+(\.[0-9]+)?`, input.engine_version, 1)[0])

numbers(text) := [to_number(part) | some part in split(text, ".")]

switch := "rds.force_ssl" if {
	regex.match(`^(postgres|aurora-postgresql|sqlserver-.*)$`, product)
} else := "require_secure_transport" if {
	regex.match(`^(mysql|mariadb|aurora|aurora-mysql)$`, product)
}

set_to contains lower(parameter.value) if {
	some group in groups
	some parameter in group.parameter
	parameter.name == switch
}

required if set_to & {"1", "on", "true"} != set()

required if {
	count(set_to) == 0
	on_by_default
}

optional if set_to & {"0", "off", "false"} != set()

optional if {
	count(set_to) == 0
	off_by_default
}

# What an engine does where nothing is set. Of versions that are not here it is not known.
on_by_default if {
	product == "postgres"
	version >= [15]
}

off_by_default if startswith(product, "sqlserver-")

off_by_default if product == "aurora" # Aurora MySQL 1, of MySQL 5.6

off_by_default if version < {"postgres": [15], "aurora-postgresql": [17], "mysql": [8, 4], "mariadb": [11], "aurora-mysql": [8, 1]}[product]

evidence := ["engine", "engine_version", sprintf("_.%s[*].parameter", [listed]), sprintf("_.%s[*].family", [listed])]

deny contains {
	"assertion": kind,
	"paths": evidence,
	"message": sprintf("%s is off, so that clients may connect without TLS", [switch]),
} if {
	optional
}

deny contains {
	"assertion": kind,
	"paths": ["require_tls"],
	"message": "the proxy lets clients connect without TLS",
} if {
	kind == "proxy"
	not input.require_tls
}

unknown contains {
	"assertion": kind,
	"paths": ["engine", "engine_version"],
	"message": "whether this version of the engine requires TLS where its parameters do not say so",
} if {
	kind != "proxy"
	not required
	not optional
	not without_switch
}

without_switch if regex.match(`^(custom-)?(oracle|db2)-`, product)

without_switch if startswith(product, "custom-")

not_applicable contains {
	"assertion": kind,
	"paths": ["engine"],
	"message": "the engine has no parameter by which it refuses connections without TLS",
} if {
	without_switch
}

not_applicable contains {"assertion": other, "paths": ["_.type"], "message": "it is of another kind"} if {
	some other in kinds
	other != kind
}
