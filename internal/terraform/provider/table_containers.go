package provider

import "github.com/zclconf/go-cty/cty"

// containers are the defaults of ECR, ECS and EKS.
var containers = []entry{
	{"aws_ecr_repository", "image_tag_mutability", word("MUTABLE"), page("ecr_repository")},

	{"aws_ecs_service", "network_configuration.assign_public_ip", no, page("ecs_service")},
	{"aws_ecs_task_definition", "volume.efs_volume_configuration.transit_encryption", word("DISABLED"), page("ecs_task_definition")},

	{"aws_eks_cluster", "vpc_config.endpoint_public_access", yes, page("eks_cluster")},
	{"aws_eks_cluster", "vpc_config.public_access_cidrs", always(cty.ListVal([]cty.Value{cty.StringVal("0.0.0.0/0")})), page("eks_cluster")},
}
