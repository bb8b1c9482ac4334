# Whether an AWS Backup plan keeps the judged resource's backups for some days. A policy that
# uses this declares:
#
#   selection:
#     type: aws_backup_selection
#     on: resources[] = arn
#     more: helps
#     attributes: {selection_tag: [{}], condition: [{}]}
#     related: &plan
#       plan: {type: aws_backup_plan, on: id = plan_id, more: helps, attributes: {rule: [{lifecycle: [{delete_after: number}]}]}}
#   nearby:
#     type: aws_backup_selection
#     on: region
#     more: helps
#     attributes: {resources: [string], selection_tag: [{}], condition: [{}]}
#     related: *plan
package hipaactl.lib.backup_plan

# paths are what it rests on that nothing covers the resource.
paths := [
	"_.selection[*]._.plan[*].rule",
	"_.nearby[*].resources",
	"_.nearby[*].selection_tag",
	"_.nearby[*].condition",
	"_.nearby[*]._.plan[*].rule",
]

# covered holds where a selection names the resource and puts it under a plan that keeps as long.
# Tags and conditions may narrow it, and what carries which tag at the time of the backup is
# not to be seen here.
covered(days) if {
	some selection in input._.selection
	not narrowed(selection)
	plan_keeps(selection, days)
}

perhaps_covered(days) if {
	some selection in input._.selection
	plan_keeps(selection, days)
}

perhaps_covered(days) if {
	some selection in input._.nearby
	wide(selection)
	plan_keeps(selection, days)
}

narrowed(selection) if count(selection.selection_tag) > 0

narrowed(selection) if count(selection.condition) > 0

# A wide selection takes resources by tag or by a pattern.
wide(selection) if count(selection.selection_tag) > 0

wide(selection) if {
	some resource in selection.resources
	is_string(resource) # null is not known
	contains(resource, "*")
}

wide(selection) if {
	not selection.resources
	count(selection.condition) > 0
}

plan_keeps(selection, days) if {
	some plan in selection._.plan
	some rule in plan.rule
	rule_keeps(rule, days)
}

rule_keeps(rule, days) if {
	some lifecycle in rule.lifecycle
	lifecycle.delete_after >= days
}

# Without delete_after a plan keeps its backups for ever.
rule_keeps(rule, _) if not expires(rule)

expires(rule) if {
	some lifecycle in rule.lifecycle
	lifecycle.delete_after
}
