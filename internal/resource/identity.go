package resource

import "slices"

// Identity says what names a resource of one type.
type Identity struct {
	// Attrs are the attributes whose value identifies the resource. Those that
	// the configuration leaves out are filled by apply: a reference to one is a token.
	Attrs []string
	// Literal maps an attribute that only apply fills to the configured attribute
	// that decides its value: aws_s3_bucket.id is bucket.
	Literal map[string]string
	// ARN is the pattern of the arn with the attributes in braces, as far as it is
	// known from configuration: "arn:{partition}:s3:::{bucket}".
	ARN string
}

// identities holds what differs from the default of id and arn. Source: the
// "Attribute Reference" section of each resource's page in the AWS provider's
// documentation, https://registry.terraform.io/providers/hashicorp/aws/latest/docs.
var identities = map[string]Identity{
	"aws_api_gateway_rest_api":                 {Attrs: []string{"id", "arn", "execution_arn", "root_resource_id"}},
	"aws_apigatewayv2_api":                     {Attrs: []string{"id", "arn", "execution_arn", "api_endpoint"}},
	"aws_athena_workgroup":                     {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_autoscaling_group":                    {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_backup_logically_air_gapped_vault":    {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}, ARN: "arn:{partition}:backup:{region}:{account}:backup-vault:{name}"},
	"aws_backup_vault":                         {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}, ARN: "arn:{partition}:backup:{region}:{account}:backup-vault:{name}"},
	"aws_cloudfront_distribution":              {Attrs: []string{"id", "arn", "domain_name"}},
	"aws_cloudfront_origin_access_identity":    {Attrs: []string{"id", "arn", "cloudfront_access_identity_path", "iam_arn"}},
	"aws_cloudtrail":                           {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{}},
	"aws_cloudwatch_composite_alarm":           {Attrs: []string{"id", "arn", "alarm_name"}, Literal: map[string]string{"id": "alarm_name"}},
	"aws_cloudwatch_event_rule":                {Attrs: []string{"id", "arn", "name"}},
	"aws_cloudwatch_event_target":              {Attrs: []string{"id"}}, // its arn is what it sends to
	"aws_cloudwatch_log_delivery_source":       {Attrs: []string{"arn", "name"}},
	"aws_cloudwatch_log_group":                 {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_cloudwatch_log_metric_filter":         {Attrs: []string{"id", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_cloudwatch_metric_alarm":              {Attrs: []string{"id", "arn", "alarm_name"}, Literal: map[string]string{"id": "alarm_name"}},
	"aws_codebuild_project":                    {Attrs: []string{"id", "arn", "name"}, ARN: "arn:{partition}:codebuild:{region}:{account}:project/{name}"},
	"aws_config_configuration_recorder":        {Attrs: []string{"id", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_dax_cluster":                          {Attrs: []string{"id", "arn", "cluster_name"}, Literal: map[string]string{"id": "cluster_name"}},
	"aws_db_cluster_snapshot":                  {Attrs: []string{"id", "db_cluster_snapshot_arn", "db_cluster_snapshot_identifier"}, Literal: map[string]string{"id": "db_cluster_snapshot_identifier"}, ARN: "arn:{partition}:rds:{region}:{account}:cluster-snapshot:{db_cluster_snapshot_identifier}"},
	"aws_db_instance":                          {Attrs: []string{"id", "arn", "identifier", "resource_id", "address", "endpoint"}, ARN: "arn:{partition}:rds:{region}:{account}:db:{identifier}"},
	"aws_db_option_group":                      {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_db_parameter_group":                   {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_db_proxy":                             {Attrs: []string{"id", "arn", "name", "endpoint"}, Literal: map[string]string{"id": "name"}},
	"aws_db_snapshot":                          {Attrs: []string{"id", "db_snapshot_arn", "db_snapshot_identifier"}, Literal: map[string]string{"id": "db_snapshot_identifier"}, ARN: "arn:{partition}:rds:{region}:{account}:snapshot:{db_snapshot_identifier}"},
	"aws_db_snapshot_copy":                     {Attrs: []string{"id", "db_snapshot_arn", "target_db_snapshot_identifier"}, Literal: map[string]string{"id": "target_db_snapshot_identifier"}, ARN: "arn:{partition}:rds:{region}:{account}:snapshot:{target_db_snapshot_identifier}"},
	"aws_db_subnet_group":                      {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_default_security_group":               {Attrs: []string{"id", "arn"}},
	"aws_dms_endpoint":                         {Attrs: []string{"id", "endpoint_arn", "endpoint_id"}, Literal: map[string]string{"id": "endpoint_id"}},
	"aws_dms_replication_config":               {Attrs: []string{"id", "arn", "replication_config_identifier"}},
	"aws_dms_replication_instance":             {Attrs: []string{"id", "replication_instance_arn", "replication_instance_id"}, Literal: map[string]string{"id": "replication_instance_id"}},
	"aws_dms_replication_subnet_group":         {Attrs: []string{"id", "replication_subnet_group_arn", "replication_subnet_group_id"}, Literal: map[string]string{"id": "replication_subnet_group_id"}},
	"aws_dms_replication_task":                 {Attrs: []string{"id", "replication_task_arn", "replication_task_id"}, Literal: map[string]string{"id": "replication_task_id"}},
	"aws_dms_s3_endpoint":                      {Attrs: []string{"id", "endpoint_arn", "endpoint_id"}, Literal: map[string]string{"id": "endpoint_id"}},
	"aws_docdb_cluster":                        {Attrs: []string{"id", "arn", "cluster_identifier", "cluster_resource_id", "endpoint", "reader_endpoint"}, Literal: map[string]string{"id": "cluster_identifier"}, ARN: "arn:{partition}:rds:{region}:{account}:cluster:{cluster_identifier}"},
	"aws_docdb_cluster_instance":               {Attrs: []string{"id", "arn", "identifier", "dbi_resource_id", "endpoint"}, Literal: map[string]string{"id": "identifier"}, ARN: "arn:{partition}:rds:{region}:{account}:db:{identifier}"},
	"aws_docdb_cluster_parameter_group":        {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_docdb_cluster_snapshot":               {Attrs: []string{"id", "db_cluster_snapshot_arn", "db_cluster_snapshot_identifier"}, Literal: map[string]string{"id": "db_cluster_snapshot_identifier"}, ARN: "arn:{partition}:rds:{region}:{account}:cluster-snapshot:{db_cluster_snapshot_identifier}"},
	"aws_docdb_global_cluster":                 {Attrs: []string{"id", "arn", "global_cluster_identifier"}, Literal: map[string]string{"id": "global_cluster_identifier"}},
	"aws_docdb_subnet_group":                   {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_dynamodb_table":                       {Attrs: []string{"id", "arn", "name", "stream_arn"}, Literal: map[string]string{"id": "name"}, ARN: "arn:{partition}:dynamodb:{region}:{account}:table/{name}"},
	"aws_ebs_volume":                           {Attrs: []string{"id", "arn"}},
	"aws_ecr_repository":                       {Attrs: []string{"id", "arn", "name", "repository_url", "registry_id"}, Literal: map[string]string{"id": "name"}},
	"aws_ecs_cluster":                          {Attrs: []string{"id", "arn", "name"}, ARN: "arn:{partition}:ecs:{region}:{account}:cluster/{name}"},
	"aws_ecs_service":                          {Attrs: []string{"id", "arn", "name"}},
	"aws_ecs_task_definition":                  {Attrs: []string{"id", "arn", "arn_without_revision", "family"}, Literal: map[string]string{"id": "family"}},
	"aws_efs_file_system":                      {Attrs: []string{"id", "arn", "dns_name"}},
	"aws_eks_cluster":                          {Attrs: []string{"id", "arn", "name", "endpoint", "cluster_id"}, Literal: map[string]string{"id": "name"}},
	"aws_eks_node_group":                       {Attrs: []string{"id", "arn"}},
	"aws_elasticache_cluster":                  {Attrs: []string{"id", "arn", "cluster_id", "cluster_address", "configuration_endpoint"}, Literal: map[string]string{"id": "cluster_id"}},
	"aws_elasticache_global_replication_group": {Attrs: []string{"id", "arn", "global_replication_group_id"}},
	"aws_elasticache_replication_group":        {Attrs: []string{"id", "arn", "replication_group_id", "primary_endpoint_address", "reader_endpoint_address", "configuration_endpoint_address"}, Literal: map[string]string{"id": "replication_group_id"}},
	"aws_elasticache_serverless_cache":         {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_elasticache_subnet_group":             {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_elb":                                  {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_emr_security_configuration":           {Attrs: []string{"id", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_fsx_lustre_file_system":               {Attrs: []string{"id", "arn", "dns_name"}},
	"aws_fsx_ontap_file_system":                {Attrs: []string{"id", "arn", "dns_name"}},
	"aws_fsx_openzfs_file_system":              {Attrs: []string{"id", "arn", "dns_name", "root_volume_id"}},
	"aws_fsx_windows_file_system":              {Attrs: []string{"id", "arn", "dns_name"}},
	"aws_glue_catalog_database":                {Attrs: []string{"id", "arn", "name"}},
	"aws_glue_connection":                      {Attrs: []string{"id", "arn", "name"}},
	"aws_glue_crawler":                         {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_glue_job":                             {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_glue_security_configuration":          {Attrs: []string{"id", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_iam_group":                            {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_iam_instance_profile":                 {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_iam_policy":                           {Attrs: []string{"id", "arn"}},
	"aws_iam_role":                             {Attrs: []string{"id", "arn", "name", "unique_id"}, Literal: map[string]string{"id": "name"}},
	"aws_iam_user":                             {Attrs: []string{"id", "arn", "name", "unique_id"}, Literal: map[string]string{"id": "name"}},
	"aws_kinesis_firehose_delivery_stream":     {Attrs: []string{"id", "arn", "name"}, ARN: "arn:{partition}:firehose:{region}:{account}:deliverystream/{name}"},
	"aws_kinesis_stream":                       {Attrs: []string{"id", "arn", "name"}, ARN: "arn:{partition}:kinesis:{region}:{account}:stream/{name}"},
	"aws_kms_alias":                            {Attrs: []string{"id", "arn", "name", "target_key_arn"}, Literal: map[string]string{"id": "name"}},
	"aws_kms_external_key":                     {Attrs: []string{"id", "arn"}},
	"aws_kms_key":                              {Attrs: []string{"id", "arn", "key_id"}},
	"aws_kms_replica_key":                      {Attrs: []string{"id", "arn", "key_id"}},
	"aws_lambda_alias":                         {Attrs: []string{"id", "arn", "invoke_arn"}},
	"aws_lambda_function":                      {Attrs: []string{"id", "arn", "function_name", "qualified_arn", "invoke_arn"}, Literal: map[string]string{"id": "function_name"}, ARN: "arn:{partition}:lambda:{region}:{account}:function:{function_name}"},
	"aws_launch_configuration":                 {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_launch_template":                      {Attrs: []string{"id", "arn", "name"}},
	"aws_lb":                                   {Attrs: []string{"id", "arn", "arn_suffix", "name"}},
	"aws_lb_target_group":                      {Attrs: []string{"id", "arn", "name"}},
	"aws_memorydb_cluster":                     {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_memorydb_snapshot":                    {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_memorydb_subnet_group":                {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_msk_cluster":                          {Attrs: []string{"id", "arn", "cluster_name"}},
	"aws_neptune_cluster":                      {Attrs: []string{"id", "arn", "cluster_identifier", "cluster_resource_id", "endpoint", "reader_endpoint"}, Literal: map[string]string{"id": "cluster_identifier"}, ARN: "arn:{partition}:rds:{region}:{account}:cluster:{cluster_identifier}"},
	"aws_neptune_cluster_instance":             {Attrs: []string{"id", "arn", "identifier", "dbi_resource_id", "endpoint"}, Literal: map[string]string{"id": "identifier"}, ARN: "arn:{partition}:rds:{region}:{account}:db:{identifier}"},
	"aws_neptune_cluster_snapshot":             {Attrs: []string{"id", "db_cluster_snapshot_arn", "db_cluster_snapshot_identifier"}, Literal: map[string]string{"id": "db_cluster_snapshot_identifier"}, ARN: "arn:{partition}:rds:{region}:{account}:cluster-snapshot:{db_cluster_snapshot_identifier}"},
	"aws_neptune_global_cluster":               {Attrs: []string{"id", "arn", "global_cluster_identifier"}, Literal: map[string]string{"id": "global_cluster_identifier"}},
	"aws_neptune_subnet_group":                 {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_opensearch_domain":                    {Attrs: []string{"id", "arn", "domain_name", "endpoint"}, ARN: "arn:{partition}:es:{region}:{account}:domain/{domain_name}"},
	"aws_rds_cluster":                          {Attrs: []string{"id", "arn", "cluster_identifier", "cluster_resource_id", "endpoint", "reader_endpoint"}, Literal: map[string]string{"id": "cluster_identifier"}, ARN: "arn:{partition}:rds:{region}:{account}:cluster:{cluster_identifier}"},
	"aws_rds_cluster_instance":                 {Attrs: []string{"id", "arn", "identifier", "dbi_resource_id", "endpoint"}, Literal: map[string]string{"id": "identifier"}, ARN: "arn:{partition}:rds:{region}:{account}:db:{identifier}"},
	"aws_rds_cluster_parameter_group":          {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_rds_cluster_snapshot_copy":            {Attrs: []string{"id", "db_cluster_snapshot_arn", "target_db_cluster_snapshot_identifier"}, Literal: map[string]string{"id": "target_db_cluster_snapshot_identifier"}, ARN: "arn:{partition}:rds:{region}:{account}:cluster-snapshot:{target_db_cluster_snapshot_identifier}"},
	"aws_rds_global_cluster":                   {Attrs: []string{"id", "arn", "global_cluster_identifier"}, Literal: map[string]string{"id": "global_cluster_identifier"}},
	"aws_redshift_cluster":                     {Attrs: []string{"id", "arn", "cluster_identifier", "dns_name", "endpoint"}, Literal: map[string]string{"id": "cluster_identifier"}, ARN: "arn:{partition}:redshift:{region}:{account}:cluster:{cluster_identifier}"},
	"aws_redshift_cluster_snapshot":            {Attrs: []string{"id", "arn", "snapshot_identifier"}, Literal: map[string]string{"id": "snapshot_identifier"}},
	"aws_redshift_logging":                     {Attrs: []string{"id"}, Literal: map[string]string{"id": "cluster_identifier"}},
	"aws_redshift_parameter_group":             {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}, ARN: "arn:{partition}:redshift:{region}:{account}:parametergroup:{name}"},
	"aws_redshift_subnet_group":                {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_redshiftserverless_namespace":         {Attrs: []string{"id", "arn", "namespace_name"}, Literal: map[string]string{"id": "namespace_name"}},
	"aws_redshiftserverless_workgroup":         {Attrs: []string{"id", "arn", "workgroup_name"}, Literal: map[string]string{"id": "workgroup_name"}},
	"aws_s3_access_point":                      {Attrs: []string{"id", "arn", "alias", "name", "domain_name"}},
	"aws_s3_bucket":                            {Attrs: []string{"id", "arn", "bucket", "bucket_domain_name", "bucket_regional_domain_name"}, Literal: map[string]string{"id": "bucket"}, ARN: "arn:{partition}:s3:::{bucket}"},
	"aws_sagemaker_endpoint_configuration":     {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_sagemaker_model":                      {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_sagemaker_notebook_instance":          {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_secretsmanager_secret":                {Attrs: []string{"id", "arn"}},
	"aws_secretsmanager_secret_version":        {Attrs: []string{"id", "arn", "secret_id", "version_id"}},
	"aws_security_group":                       {Attrs: []string{"id", "arn"}},
	"aws_sfn_state_machine":                    {Attrs: []string{"id", "arn", "name"}},
	"aws_sns_topic":                            {Attrs: []string{"id", "arn", "name"}, ARN: "arn:{partition}:sns:{region}:{account}:{name}"},
	"aws_sqs_queue":                            {Attrs: []string{"id", "arn", "url", "name"}, ARN: "arn:{partition}:sqs:{region}:{account}:{name}"},
	"aws_ssm_parameter":                        {Attrs: []string{"id", "arn", "name"}, Literal: map[string]string{"id": "name"}},
	"aws_subnet":                               {Attrs: []string{"id", "arn"}},
	"aws_transfer_server":                      {Attrs: []string{"id", "arn", "endpoint"}},
	"aws_vpc":                                  {Attrs: []string{"id", "arn", "default_security_group_id", "default_network_acl_id", "default_route_table_id", "main_route_table_id"}},

	// Source: https://github.com/integrations/terraform-provider-github/tree/main/docs/resources
	"github_repository":             {Attrs: []string{"id", "name", "full_name", "node_id", "repo_id"}, Literal: map[string]string{"id": "name"}},
	"github_repository_environment": {Attrs: []string{"id", "environment"}},
	"github_team":                   {Attrs: []string{"id", "name", "slug", "node_id"}},

	// The random provider fills these once, when the resource is created.
	// Source: https://registry.terraform.io/providers/hashicorp/random/latest/docs
	"random_id":       {Attrs: []string{"id", "hex", "dec", "b64_url", "b64_std"}},
	"random_password": {Attrs: []string{"id", "result", "bcrypt_hash"}},
	"random_string":   {Attrs: []string{"id", "result"}},
	"random_uuid":     {Attrs: []string{"id", "result"}},

	// So do these their keys. Where such a key is written into a text, a policy sees whose it is.
	"aws_iam_access_key": {Attrs: []string{"id", "secret", "ses_smtp_password_v4"}},
	"tls_private_key":    {Attrs: []string{"id", "private_key_pem", "private_key_pem_pkcs8", "private_key_openssh", "public_key_pem", "public_key_openssh"}},
}

// bucketCompanions are the types that configure one bucket and are identified by
// its name.
var bucketCompanions = []string{
	"aws_s3_bucket_acl",
	"aws_s3_bucket_cors_configuration",
	"aws_s3_bucket_lifecycle_configuration",
	"aws_s3_bucket_logging",
	"aws_s3_bucket_notification",
	"aws_s3_bucket_object_lock_configuration",
	"aws_s3_bucket_ownership_controls",
	"aws_s3_bucket_policy",
	"aws_s3_bucket_public_access_block",
	"aws_s3_bucket_server_side_encryption_configuration",
	"aws_s3_bucket_versioning",
	"aws_s3_bucket_website_configuration",
}

// IdentityOf is what names a resource of the type: id and arn where the table has no entry.
func IdentityOf(typ string) Identity {
	if id, ok := identities[typ]; ok {
		return id
	}
	if slices.Contains(bucketCompanions, typ) {
		return Identity{Attrs: []string{"id", "bucket"}, Literal: map[string]string{"id": "bucket"}}
	}
	return Identity{Attrs: []string{"id", "arn"}}
}

// Names tells whether attr identifies a resource of this kind.
func (i Identity) Names(attr string) bool {
	return slices.Contains(i.Attrs, attr)
}
