# Whether an instance gets a public address. A policy that uses this declares of aws_instance
# associate_public_ip_address, subnet_id, network_interface, primary_network_interface and launch_template, of aws_launch_template
# network_interfaces: [{associate_public_ip_address: bool}], and the lists
#
#   subnet: {type: aws_subnet, on: id = subnet_id, attributes: {map_public_ip_on_launch: bool}}
#   elastic: {type: aws_eip, on: instance = id}
#   association: {type: aws_eip_association, on: instance_id = id}
package hipaactl.lib.public_address

# asked are the paths by which an address is asked for, with what is to be said of it.
asked["associate_public_ip_address"] := "a public IP address is asked for" if input.associate_public_ip_address

asked[path] := "a public IP address is asked for" if {
	some i, interface in input.network_interfaces
	interface.associate_public_ip_address
	path := sprintf("network_interfaces[%d].associate_public_ip_address", [i])
}

asked[sprintf("_.%s[0]", [list])] := "an Elastic IP is associated with the instance" if {
	some list in {"elastic", "association"}
	count(input._[list]) > 0
}

# Where the instance says nothing, its subnet decides. An interface that exists
# already gets no address, and a launch template may say more.
silent := ["associate_public_ip_address", "network_interface", "primary_network_interface", "launch_template"]

left_to_subnet if {
	input._.type == "aws_instance"
	every attribute in silent {
		object.get(input, attribute, []) == []
	}
}

# inherited are the paths by which the subnet gives it one.
inherited[sprintf("_.subnet[%d].map_public_ip_on_launch", [i])] := "its subnet gives every instance a public IP address" if {
	some i, subnet in input._.subnet
	subnet.map_public_ip_on_launch
}

inherited["subnet_id"] := "it is launched into a default subnet, which gives public IP addresses" if not input.subnet_id

# unseen_subnet holds where a subnet that was not read decides.
unseen_subnet if {
	left_to_subnet
	input.subnet_id
	count(input._.subnet) == 0
}
