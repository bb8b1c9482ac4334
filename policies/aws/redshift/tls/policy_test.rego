package hipaactl.aws.redshift.tls_test

import data.hipaactl.aws.redshift.tls as policy

paths := {d.paths | some d in policy.deny}

cluster(name, groups) := {"_": {"type": "aws_redshift_cluster", "group": groups}, "cluster_parameter_group_name": name}

group(family, value) := {"family": family, "parameter": [{"name": "require_ssl", "value": value}]}

silent(family) := {"family": family, "parameter": []}

workgroup(parameters) := {"_": {"type": "aws_redshiftserverless_workgroup", "group": []}, "config_parameter": parameters}

test_required if {
	count(policy.deny | policy.unknown) == 0 with input as cluster("tls", [group("redshift-1.0", "true")])
	count(policy.deny | policy.unknown) == 0 with input as cluster("default.redshift-2.0", [])
	count(policy.deny | policy.unknown) == 0 with input as cluster("newer", [silent("redshift-2.0")])
	count(policy.deny | policy.unknown) == 0 with input as workgroup([{"parameter_key": "require_ssl", "parameter_value": "true"}])
}

test_not_required if {
	paths == {["_.group[0].parameter[0].name", "_.group[0].parameter[0].value"]} with input as cluster("plain", [group("redshift-1.0", "false")])
	paths == {["_.group[0].parameter", "_.group[0].family"]} with input as cluster("plain", [silent("redshift-1.0")])
	paths == {["cluster_parameter_group_name"]} with input as cluster("default.redshift-1.0", [])
	paths == {["cluster_parameter_group_name", "_.group"]} with input as cluster("other", [])
	paths == {["config_parameter[0].parameter_key", "config_parameter[0].parameter_value"]} with input as workgroup([{"parameter_key": "require_ssl", "parameter_value": "false"}])
}

test_default_that_was_read if {
	count(policy.deny) == 0 with input as cluster("default.redshift-1.0", [group("redshift-1.0", "true")])
}

test_not_told if {
	count(policy.unknown) == 1 with input as {"_": {"type": "aws_redshift_cluster", "group": []}}
	count(policy.unknown) == 1 with input as cluster("newer", [silent("redshift-3.0")])
	count(policy.unknown) == 1 with input as workgroup([{"parameter_key": "search_path", "parameter_value": "x"}])
	count(policy.deny) == 0 with input as cluster("newer", [silent("redshift-3.0")])
}
