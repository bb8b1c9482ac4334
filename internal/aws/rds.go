package aws

import (
	"context"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"
)

// The actions have the operations' names.
// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html
var (
	describeDBInstances    = operation{service: "rds", name: "DescribeDBInstances"}
	describeDBClusters     = operation{service: "rds", name: "DescribeDBClusters"}
	describeGlobalClusters = operation{service: "rds", name: "DescribeGlobalClusters", absent: notInRegion}
	describeDBProxies      = operation{service: "rds", name: "DescribeDBProxies", absent: notInRegion}

	// notInRegion are the codes of Regions that do not have a feature, for listings that ask
	// for everything: the operation is not supported there, or, though the request has no
	// parameter, one is invalid (Access Denied to API Version, Feature is not available).
	// Source: https://github.com/hashicorp/terraform-provider-aws/issues/13163
	notInRegion = []string{"InvalidAction", "InvalidParameterValue"}
)

func rdsParts() []part {
	return slices.Concat([]part{
		{types: []string{"aws_db_instance", "aws_rds_cluster_instance"}, uses: []operation{describeDBInstances}, run: readInstances},
		{types: []string{"aws_rds_cluster"}, uses: []operation{describeDBClusters}, run: readClusters},
		{types: []string{"aws_rds_global_cluster", "aws_docdb_global_cluster", "aws_neptune_global_cluster"}, uses: []operation{describeGlobalClusters}, run: readGlobalClusters},
		{types: []string{"aws_db_proxy"}, uses: []operation{describeDBProxies}, run: readProxies},
		{types: []string{"aws_db_subnet_group"}, uses: []operation{describeDBSubnetGroups}, run: readDBSubnetGroups},
	}, dbSnapshotParts(), dbParameterParts(), dbAuditParts())
}

func (p *place) rds() *rds.Client { return rds.NewFromConfig(p.config()) }

// serviceOf is docdb or neptune for an engine of DocumentDB or Neptune, whose databases the
// API of RDS shows too, and rds for all others.
// Source: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstances.html
func serviceOf(engine *string) string {
	if name := or(engine, ""); name == "docdb" || name == "neptune" {
		return name
	}
	return "rds"
}

// dbInstance is an instance and the call that showed it.
type dbInstance struct {
	types.DBInstance
	read read
}

// dbInstances lists a Region's instances once and gives those of one service.
func dbInstances(ctx context.Context, p *place, service string) ([]dbInstance, error) {
	all, err := once(p, "rds instances", func() (all []dbInstance, err error) {
		err = listPages(ctx, p, describeDBInstances, "", rds.NewDescribeDBInstancesPaginator(p.rds(), &rds.DescribeDBInstancesInput{}),
			func(page *rds.DescribeDBInstancesOutput, r read) {
				for _, i := range page.DBInstances {
					all = append(all, dbInstance{i, r})
				}
			})
		return all, err
	})
	var own []dbInstance
	for _, i := range all {
		if serviceOf(i.Engine) == service {
			own = append(own, i)
		}
	}
	return own, err
}

// readInstances enters each instance once: members of a cluster, of Aurora or
// Multi-AZ, are aws_rds_cluster_instance, all others aws_db_instance.
func readInstances(ctx context.Context, p *place) {
	all, err := dbInstances(ctx, p, "rds")
	p.lost(describeDBInstances, "", err)
	for _, i := range all {
		it := item{typ: "aws_db_instance", name: or(i.DBInstanceIdentifier, ""), arn: or(i.DBInstanceArn, ""), read: i.read}
		if or(i.DBClusterIdentifier, "") != "" {
			it.typ, it.attrs = "aws_rds_cluster_instance", memberAttrs(i.DBInstance)
		} else {
			it.attrs = instanceAttrs(i.DBInstance)
		}
		it.attrs["region"] = p.region
		p.emit(it)
	}
}

// anyInstanceAttrs are what both kinds of instances have. What the API leaves out
// where it does not apply is null; what a rule may judge has to be there.
func anyInstanceAttrs(i types.DBInstance) attrs {
	a := attrs{
		"arn": i.DBInstanceArn, "identifier": i.DBInstanceIdentifier, "engine": i.Engine, "engine_version": optional(i.EngineVersion),
		"instance_class": optional(i.DBInstanceClass), "availability_zone": optional(i.AvailabilityZone), "network_type": optional(i.NetworkType),
		"storage_encrypted": encryptedAtRest(i.StorageEncrypted, i.StorageEncryptionType), "kms_key_id": optional(i.KmsKeyId),
		"publicly_accessible": i.PubliclyAccessible, "ca_cert_identifier": optional(i.CACertificateIdentifier),
		"auto_minor_version_upgrade": i.AutoMinorVersionUpgrade, "copy_tags_to_snapshot": i.CopyTagsToSnapshot,
		"monitoring_interval": i.MonitoringInterval, "monitoring_role_arn": optional(i.MonitoringRoleArn),
		"performance_insights_enabled": i.PerformanceInsightsEnabled, "performance_insights_kms_key_id": optional(i.PerformanceInsightsKMSKeyId),
		"db_subnet_group_name": nil, "tags_all": rdsTags(i.TagList),
	}
	if g := i.DBSubnetGroup; g != nil {
		a["db_subnet_group_name"] = g.DBSubnetGroupName
	}
	return a
}

func instanceAttrs(i types.DBInstance) attrs {
	a := anyInstanceAttrs(i)
	a["id"], a["resource_id"] = i.DbiResourceId, i.DbiResourceId
	a["status"], a["db_name"] = optional(i.DBInstanceStatus), optional(i.DBName)
	a["backup_retention_period"], a["deletion_protection"] = i.BackupRetentionPeriod, i.DeletionProtection
	a["multi_az"] = optional(i.MultiAZ) // RDS Custom has no such setting
	a["iam_database_authentication_enabled"] = i.IAMDatabaseAuthenticationEnabled
	a["enabled_cloudwatch_logs_exports"] = texts(i.EnabledCloudwatchLogsExports)
	a["parameter_group_name"] = dbParameterGroupOf(i)
	a["option_group_name"] = nil
	if len(i.OptionGroupMemberships) > 0 {
		a["option_group_name"] = i.OptionGroupMemberships[0].OptionGroupName
	}
	a["allocated_storage"], a["storage_type"] = i.AllocatedStorage, optional(i.StorageType)
	a["license_model"] = optional(i.LicenseModel)
	a["vpc_security_group_ids"] = rdsGroups(i.VpcSecurityGroups)
	a["replicate_source_db"] = optional(i.ReadReplicaSourceDBInstanceIdentifier)
	if i.ReadReplicaSourceDBInstanceIdentifier == nil {
		a["replicate_source_db"] = optional(i.ReadReplicaSourceDBClusterIdentifier) // a replica of a Multi-AZ cluster
	}
	a.masterSecret(i.MasterUserSecret)
	return a
}

func memberAttrs(i types.DBInstance) attrs {
	a := anyInstanceAttrs(i)
	a["id"], a["dbi_resource_id"] = i.DBInstanceIdentifier, i.DbiResourceId
	a["cluster_identifier"] = i.DBClusterIdentifier
	a["db_parameter_group_name"] = dbParameterGroupOf(i)
	a["promotion_tier"] = optional(i.PromotionTier)
	return a
}

func dbParameterGroupOf(i types.DBInstance) *string {
	if len(i.DBParameterGroups) == 0 {
		return nil
	}
	return i.DBParameterGroups[0].DBParameterGroupName
}

// encryptedAtRest takes storage as encrypted too that AWS encrypts with a key of
// its own, of which StorageEncrypted says false.
// Source: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html
func encryptedAtRest(flag *bool, by types.StorageEncryptionType) *bool {
	if by == types.StorageEncryptionTypeSse || by == types.StorageEncryptionTypeCmk {
		yes := true
		return &yes
	}
	return flag
}

// masterSecret says where the master password is kept, where Secrets Manager keeps it.
func (a attrs) masterSecret(s *types.MasterUserSecret) {
	a["manage_master_user_password"], a["master_user_secret"] = nil, []attrs{}
	if s != nil {
		a["manage_master_user_password"] = true
		a["master_user_secret"] = []attrs{{"secret_arn": s.SecretArn, "kms_key_id": optional(s.KmsKeyId), "secret_status": optional(s.SecretStatus)}}
	}
}

func rdsTags(all []types.Tag) map[string]string {
	return tagsOf(all, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
}

func rdsGroups(all []types.VpcSecurityGroupMembership) []string {
	ids := make([]string, 0, len(all))
	for _, g := range all {
		if g.VpcSecurityGroupId != nil {
			ids = append(ids, *g.VpcSecurityGroupId)
		}
	}
	return texts(ids)
}

func readProxies(ctx context.Context, p *place) {
	list(ctx, p, describeDBProxies, rds.NewDescribeDBProxiesPaginator(p.rds(), &rds.DescribeDBProxiesInput{}),
		func(page *rds.DescribeDBProxiesOutput, r read) {
			for _, x := range page.DBProxies {
				auth := []attrs{}
				for _, a := range x.Auth {
					auth = append(auth, attrs{"secret_arn": optional(a.SecretArn), "auth_scheme": optional(a.AuthScheme), "iam_auth": optional(a.IAMAuth)})
				}
				p.emit(item{typ: "aws_db_proxy", name: or(x.DBProxyName, ""), arn: or(x.DBProxyArn, ""), read: r, attrs: attrs{
					"id": x.DBProxyName, "name": x.DBProxyName, "arn": x.DBProxyArn, "auth": auth, "engine_family": optional(x.EngineFamily),
					"require_tls": x.RequireTLS, "role_arn": optional(x.RoleArn), "vpc_security_group_ids": texts(x.VpcSecurityGroupIds), "region": p.region,
				}})
			}
		})
}
