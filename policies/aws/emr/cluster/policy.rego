# METADATA
# title: EMR clusters are encrypted, authenticated and private
# description: >-
#   A cluster copies what it works on to the disks of its nodes and sends it from one to the other. Unless a security
#   configuration says otherwise, all of it is in the clear, and whoever reaches a node is believed to be who they say.
# related_resources:
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos.html
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/ldap-setup-security.html
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-clusters-in-a-vpc.html
#   - https://docs.aws.amazon.com/emr/latest/APIReference/API_Cluster.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_cluster
# custom:
#   id: HIPAA-EMR-001
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)", "164.312(d)", "164.312(a)(1)"]
#   resources:
#     aws_emr_cluster:
#       security_configuration: string
#       kerberos_attributes: [{realm: string}]
#       ec2_attributes: [{subnet_id: string, subnet_ids: [string]}]
#       master_public_dns: string
#   related:
#     security:
#       type: aws_emr_security_configuration
#       on: name = security_configuration
#       attributes: {configuration: string}
#     subnet: {type: aws_subnet, on: id = ec2_attributes.subnet_id, attributes: {map_public_ip_on_launch: bool}}
#     candidate: {type: aws_subnet, on: 'id = ec2_attributes.subnet_ids[]', attributes: {map_public_ip_on_launch: bool}}
#   assertions:
#     at_rest: {title: Data at rest is encrypted, reads: &written [security_configuration, "_.security[*].configuration"]}
#     local_disk: {title: The disks of the nodes are encrypted, reads: *written}
#     in_transit: {title: Data on its way between nodes is encrypted, reads: *written}
#     authentication:
#       title: A cluster with PHI makes its users prove who they are
#       reads: [security_configuration, kerberos_attributes, "_.security[*].configuration"]
#     subnet:
#       title: The cluster's subnets give no public addresses
#       reads: [ec2_attributes, _.subnet, _.candidate]
#     address:
#       title: The primary node has no public name
#       reads: [master_public_dns]
#   remediation: >-
#     Name a security configuration that encrypts at rest, on local disks and in transit, with Kerberos or LDAP for PHI, and a
#     subnet_id whose subnet gives no public addresses. Only a new cluster takes them over.
package hipaactl.aws.emr.cluster

demands := {
	"at_rest": "data at rest is not encrypted",
	"local_disk": "the disks of the nodes are not encrypted",
	"in_transit": "data is not encrypted on its way between nodes",
}

# said is what a security configuration says, a JSON text.
said(security) := json.unmarshal(security.configuration) if json.is_valid(security.configuration)

# EMR takes the word true as well.
on(flag) if flag in {true, "true"}

at_rest(security) if on(said(security).EncryptionConfiguration.EnableAtRestEncryption)

met contains ["at_rest", i] if {
	some i, security in input._.security
	at_rest(security)
}

met contains ["in_transit", i] if {
	some i, security in input._.security
	on(said(security).EncryptionConfiguration.EnableInTransitEncryption)
}

met contains ["local_disk", i] if {
	some i, security in input._.security
	at_rest(security)
	said(security).EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EncryptionKeyProviderType != ""
}

deny contains {"assertion": demand, "paths": ["security_configuration"], "message": message} if {
	not input.security_configuration
	some demand, message in demands
}

deny contains {"assertion": demand, "paths": [sprintf("_.security[%d].configuration", [i])], "message": message} if {
	some i, _ in input._.security
	some demand, message in demands
	not [demand, i] in met
}

# Kerberos is set up in both, and EMR refuses one without the other. LDAP and IAM Identity Center are in the security
# configuration alone.
proven(security) if on(said(security).AuthenticationConfiguration.LDAPConfiguration.EnableLDAPAuthentication)

proven(security) if on(said(security).AuthenticationConfiguration.IdentityCenterConfiguration.EnableIdentityCenter)

kerberos if {
	some attributes in input.kerberos_attributes
	attributes.realm != ""
}

deny contains {"assertion": "authentication", "paths": array.concat(["_.phi", "kerberos_attributes[*].realm"], path), "message": "whoever reaches the cluster is believed to be who they say"} if {
	input._.phi == "yes"
	not kerberos
	some path in believing
}

believing contains ["security_configuration"] if not input.security_configuration

believing contains [sprintf("_.security[%d].configuration", [i])] if {
	some i, security in input._.security
	not proven(security)
}

not_applicable contains {"assertion": "authentication", "paths": ["_.phi"], "message": "the cluster is not marked as holding PHI"} if {
	input._.phi != "yes"
}

unseen if {
	input.security_configuration
	count(input._.security) == 0
}

unknown contains {"assertion": demand, "paths": ["_.security"], "message": "what its security configuration says"} if {
	unseen
	some demand, _ in demands
}

unknown contains {"assertion": "authentication", "paths": ["_.security", "kerberos_attributes[*].realm"], "message": "what its security configuration says"} if {
	unseen
	not kerberos
}

deny contains {"assertion": "subnet", "paths": [named, sprintf("_.%s[%d].map_public_ip_on_launch", [list, i])], "message": "its subnet gives every node a public address"} if {
	some list, named in {"subnet": "ec2_attributes[*].subnet_id", "candidate": "ec2_attributes[*].subnet_ids"}
	some i, subnet in input._[list]
	subnet.map_public_ip_on_launch
}

# https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html
deny contains {
	"assertion": "subnet",
	"paths": ["ec2_attributes[*].subnet_id", "ec2_attributes[*].subnet_ids"],
	"message": "it is launched into a default subnet, which gives public addresses",
} if {
	count(placed) == 0
}

placed := {id | some id in input.ec2_attributes[_].subnet_ids} | {id | some attributes in input.ec2_attributes; id := attributes.subnet_id}

unknown contains {"assertion": "subnet", "paths": ["_.subnet", "_.candidate"], "message": "whether its subnet gives public addresses"} if {
	count(placed) > 0
	count(input._.subnet) + count(input._.candidate) < count(placed)
}

# Where addresses are public, the name is that of EC2 for them:
# https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html
deny contains {"assertion": "address", "paths": ["master_public_dns"], "message": "the primary node has a public name"} if {
	regex.match(`^ec2-[0-9]+-[0-9]+-[0-9]+-[0-9]+\.`, input.master_public_dns)
}

# Until the cluster runs, the name says nothing.
unknown contains {"assertion": "address", "paths": ["master_public_dns"], "message": "how the primary node is called"} if {
	input._.source in {"state", "live"}
	object.get(input, "master_public_dns", "") == ""
}

not_applicable contains {"assertion": "address", "paths": ["_.source"], "message": "a name is given when the cluster starts"} if {
	not input._.source in {"state", "live"}
}
