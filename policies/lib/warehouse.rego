# What the parameter group of a Redshift cluster sets. A policy that uses this declares:
#
#   group:
#     type: aws_redshift_parameter_group
#     on: name = cluster_parameter_group_name
#     more: helps
#     elsewhere: true
#     attributes: {family: string, parameter: [{name: string, value: string}]}
package hipaactl.lib.warehouse

# settings are the values of a parameter, by the path of the block. What was not seen is null.
settings(name) := {sprintf("_.group[%d].parameter[%d]", [i, j]): lower(parameter.value) |
	some i, group in input._.group
	some j, parameter in group.parameter
	sets(parameter, name)
	is_string(parameter.value)
}

sets(parameter, name) if {
	is_string(parameter.name)
	lower(parameter.name) == name
}

# on holds where a boolean parameter is true.
on(name) if "true" in {value | some value in settings(name)}

# off are the paths of blocks whose value is not true.
off(name) := {[concat(".", [path, "name"]), concat(".", [path, "value"])] | some path, value in settings(name); value != "true"}

# silent are the numbers of the groups that leave a parameter as their family has it.
silent(name) := {i |
	some i, group in input._.group
	count([p | some p in group.parameter; sets(p, name)]) == 0
}
