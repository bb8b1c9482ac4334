package graph

// The kinds of the Network table.
const (
	// InNetwork is the kind of an edge whose To lies in its From: a subnet in its VPC.
	InNetwork = "network"
	// Attached is the kind of an edge whose To guards its From: a security group.
	Attached = "attached"
)

// lies lists, by attribute, what lies in what.
var lies = []struct {
	path, in string
	types    []string
}{
	{"vpc_id", "aws_vpc", []string{"aws_subnet", "aws_security_group", "aws_internet_gateway", "aws_lb_target_group", "aws_network_acl", "aws_route_table", "aws_vpc_endpoint"}},
	{"subnet_id", "aws_subnet", []string{"aws_instance", "aws_efs_mount_target", "aws_nat_gateway", "aws_network_interface", "aws_sagemaker_notebook_instance"}},
	{"subnet_ids[]", "aws_subnet", []string{
		"aws_db_subnet_group", "aws_docdb_subnet_group", "aws_elasticache_subnet_group", "aws_memorydb_subnet_group", "aws_neptune_subnet_group",
		"aws_redshift_subnet_group", "aws_dms_replication_subnet_group", "aws_eks_node_group", "aws_elasticache_serverless_cache",
		"aws_fsx_lustre_file_system", "aws_fsx_ontap_file_system", "aws_fsx_openzfs_file_system", "aws_fsx_windows_file_system",
		"aws_mq_broker", "aws_redshiftserverless_workgroup", "aws_vpc_endpoint",
	}},
	{"subnets[]", "aws_subnet", []string{"aws_lb", "aws_elb"}},
	{"subnet_mapping[].subnet_id", "aws_subnet", []string{"aws_lb"}},
	{"vpc_subnet_ids[]", "aws_subnet", []string{"aws_db_proxy"}},
	{"vpc_zone_identifier[]", "aws_subnet", []string{"aws_autoscaling_group"}},
	{"vpc_config[].subnet_ids[]", "aws_subnet", []string{"aws_lambda_function", "aws_eks_cluster"}},
	{"vpc_options[].subnet_ids[]", "aws_subnet", []string{"aws_opensearch_domain"}},
	{"network_configuration[].subnets[]", "aws_subnet", []string{"aws_ecs_service"}},
	{"broker_node_group_info[].client_subnets[]", "aws_subnet", []string{"aws_msk_cluster"}},
	{"endpoint_details[].subnet_ids[]", "aws_subnet", []string{"aws_transfer_server"}},
	{"db_subnet_group_name", "aws_db_subnet_group", []string{"aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance"}},
	{"db_subnet_group_name", "aws_docdb_subnet_group", []string{"aws_docdb_cluster"}},
	{"neptune_subnet_group_name", "aws_neptune_subnet_group", []string{"aws_neptune_cluster"}},
	{"cluster_subnet_group_name", "aws_redshift_subnet_group", []string{"aws_redshift_cluster"}},
	{"subnet_group_name", "aws_elasticache_subnet_group", []string{"aws_elasticache_cluster", "aws_elasticache_replication_group"}},
	{"subnet_group_name", "aws_memorydb_subnet_group", []string{"aws_memorydb_cluster"}},
	{"replication_subnet_group_id", "aws_dms_replication_subnet_group", []string{"aws_dms_replication_instance"}},
}

// guarded lists, by attribute, what security groups guard.
var guarded = []struct {
	path  string
	types []string
}{
	{"vpc_security_group_ids[]", []string{
		"aws_instance", "aws_launch_template", "aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster",
		"aws_redshift_cluster", "aws_dms_replication_instance", "aws_db_proxy",
	}},
	{"security_groups[]", []string{"aws_instance", "aws_lb", "aws_elb", "aws_efs_mount_target", "aws_mq_broker", "aws_network_interface", "aws_sagemaker_notebook_instance"}},
	{"security_group_ids[]", []string{
		"aws_elasticache_cluster", "aws_elasticache_replication_group", "aws_elasticache_serverless_cache", "aws_memorydb_cluster",
		"aws_fsx_lustre_file_system", "aws_fsx_ontap_file_system", "aws_fsx_openzfs_file_system", "aws_fsx_windows_file_system",
		"aws_redshiftserverless_workgroup", "aws_vpc_endpoint",
	}},
	{"vpc_config[].security_group_ids[]", []string{"aws_lambda_function", "aws_eks_cluster"}},
	{"vpc_options[].security_group_ids[]", []string{"aws_opensearch_domain"}},
	{"network_configuration[].security_groups[]", []string{"aws_ecs_service"}},
	{"broker_node_group_info[].security_groups[]", []string{"aws_msk_cluster"}},
	{"endpoint_details[].security_group_ids[]", []string{"aws_transfer_server"}},
}

// Network is the table of what lies in which network, and what guards it. Source of the
// attributes: the pages of each resource in
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs.
func Network() []Row {
	var rows []Row
	for _, l := range lies {
		for _, typ := range l.types {
			rows = append(rows, Row{Kind: InNetwork, Holder: typ, From: At(l.path, l.in), To: Self(), Why: "it lies there"})
		}
	}
	groups := []string{"aws_security_group", "aws_default_security_group"}
	for _, g := range guarded {
		for _, typ := range g.types {
			rows = append(rows, Row{Kind: Attached, Holder: typ, From: Self(), To: At(g.path, groups...), Why: "its rules say who may connect"})
		}
	}
	return append(rows, Row{
		Kind: Attached, Holder: "aws_network_interface_sg_attachment", From: At("network_interface_id", "aws_network_interface"),
		To: At("security_group_id", groups...), Why: "its rules say who may connect",
	})
}
