package aws_test

import "testing"

// TestStatementAudit: the emulator has no streams.
func TestStatementAudit(t *testing.T) {
	s := &fake{answers: answers{
		"DescribeOptionGroups": `<OptionGroupsList><OptionGroup><OptionGroupName>audit</OptionGroupName><OptionGroupArn>arn:aws:rds:eu-west-1:123456789012:og:audit</OptionGroupArn><Options>
			<Option><OptionName>MARIADB_AUDIT_PLUGIN</OptionName><OptionSettings><OptionSetting><Name>SERVER_AUDIT_EVENTS</Name><Value>CONNECT</Value></OptionSetting></OptionSettings></Option>
			<Option><OptionName>OEM_AGENT</OptionName><OptionSettings><OptionSetting><Name>AGENT_REGISTRATION_PASSWORD</Name><Value>hidden</Value></OptionSetting></OptionSettings></Option>
		</Options></OptionGroup></OptionGroupsList>`,
		"DescribeDBClusters": `<DBClusters>
			<DBCluster><DBClusterArn>arn:aws:rds:eu-west-1:123456789012:cluster:charts</DBClusterArn><Engine>aurora-mysql</Engine><ActivityStreamStatus>started</ActivityStreamStatus><ActivityStreamMode>async</ActivityStreamMode></DBCluster>
			<DBCluster><DBClusterArn>arn:aws:rds:eu-west-1:123456789012:cluster:still</DBClusterArn><Engine>aurora-mysql</Engine><ActivityStreamStatus>stopped</ActivityStreamStatus></DBCluster>
		</DBClusters>`,
		"DescribeDBInstances": `<DBInstances><DBInstance><DBInstanceArn>arn:aws:rds:eu-west-1:123456789012:db:oracle</DBInstanceArn><Engine>oracle-ee</Engine><ActivityStreamStatus>starting</ActivityStreamStatus></DBInstance></DBInstances>`,
	}}
	setting := func(name string, value any) []any { return []any{map[string]any{"name": name, "value": value}} }
	s.audit(t, []string{"aws_db_option_group", "aws_rds_cluster_activity_stream"}).check(t, map[string]map[string]any{
		"aws_db_option_group audit": {"name": "audit", "option": []any{
			map[string]any{"option_name": "MARIADB_AUDIT_PLUGIN", "option_settings": setting("SERVER_AUDIT_EVENTS", "CONNECT")},
			map[string]any{"option_name": "OEM_AGENT", "option_settings": setting("AGENT_REGISTRATION_PASSWORD", nil)},
		}},
		"aws_rds_cluster_activity_stream arn:aws:rds:eu-west-1:123456789012:cluster:charts": {"resource_arn": "arn:aws:rds:eu-west-1:123456789012:cluster:charts", "mode": "async"},
		"aws_rds_cluster_activity_stream arn:aws:rds:eu-west-1:123456789012:db:oracle":      {"resource_arn": "arn:aws:rds:eu-west-1:123456789012:db:oracle"},
	})
}
