# METADATA
# title: Transfer Family servers are restricted and logged
# description: >-
#   FTP sends passwords and files in plain text, an old security policy accepts algorithms that are broken, a public endpoint lets
#   anybody try passwords, and without logs nobody can tell who fetched which file.
# related_resources:
#   - https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html
#   - https://docs.aws.amazon.com/transfer/latest/userguide/structured-logging.html
#   - https://docs.aws.amazon.com/transfer/latest/APIReference/API_DescribedServer.html
#   - https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/transfer_server.html.markdown
# custom:
#   id: HIPAA-TRF-001
#   severity: high
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(b)", "164.312(a)(1)"]
#   resources:
#     aws_transfer_server:
#       protocols: [string]
#       logging_role: string
#       structured_log_destinations: [string]
#       endpoint_type: string
#       security_policy_name: string
#   params:
#     minimum_year: {type: number, default: 2024, unit: year, stricter: higher, source: default of hipaactl; the Rule names no algorithm}
#   assertions:
#     protocols: {title: The server does not speak FTP, reads: [protocols]}
#     logged: {title: The server logs, reads: [logging_role, structured_log_destinations]}
#     endpoint: {title: A server for PHI has no public endpoint, reads: [endpoint_type]}
#     security_policy: {title: The server's security policy is recent, reads: [security_policy_name]}
#   remediation: Use SFTP or FTPS on an endpoint in a VPC, with structured_log_destinations and a security_policy_name of 2024 or later.
package hipaactl.aws.transfer.server

deny contains {"assertion": "protocols", "paths": [path], "message": "the server speaks FTP, in plain text"} if {
	some i, protocol in input.protocols
	protocol == "FTP"
	path := sprintf("protocols[%d]", [i])
}

deny contains {"assertion": "logged", "paths": ["logging_role", "structured_log_destinations"], "message": "neither a role nor a log group is set for logs"} if {
	object.get(input, "logging_role", "") == ""
	count(object.get(input, "structured_log_destinations", [])) == 0
}

deny contains {"assertion": "endpoint", "paths": ["endpoint_type"], "message": "the server is for PHI and has a public endpoint"} if {
	input._.phi == "yes"
	input.endpoint_type == "PUBLIC"
}

not_applicable contains {"assertion": "endpoint", "paths": ["_.phi"], "message": "only servers for PHI have to be in a VPC"} if {
	input._.phi != "yes"
}

# year is that of a policy's name: TransferSecurityPolicy-FIPS-2024-01, TransferSecurityPolicy-2024-01.
year := to_number(match[1]) if {
	some match in regex.find_all_string_submatch_n(`^TransferSecurityPolicy-(?:[A-Za-z0-9-]*-)?(20[0-9]{2})-[0-9]{2}`, input.security_policy_name, 1)
}

deny contains {"assertion": "security_policy", "paths": ["security_policy_name"], "message": message} if {
	year < data.params.minimum_year
	message := sprintf("the server's security policy is older than %v", [data.params.minimum_year])
}

unknown contains {"assertion": "security_policy", "paths": ["security_policy_name"], "message": "from which year the security policy is"} if not year
