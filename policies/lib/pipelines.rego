# METADATA
# description: >-
#   What steps of pipelines are. A user names tools of their own as gates in a parameter, as
#   "sast=acme-lint" or "secret_scan=acme/scan-action".
package hipaactl.lib.pipelines

# is tells whether a step is a gate.
is(step, gate, _) if gate in step.gates

is(step, gate, tools) if sprintf("%s=%s", [gate, step.tool]) in tools

# started tells whether one of the triggers that count starts a step.
started(step, triggers) if {
	some trigger in step.triggers
	trigger in triggers
}

# sure tells whether a step is a gate that runs.
sure(step, gate, params) if {
	is(step, gate, params.tools)
	started(step, params.triggers)
	not step.maybe
}

# possible tells whether a step may be or run a gate, for all that its files say.
possible(step, gate, params) if {
	is(step, gate, params.tools)
	started(step, params.triggers)
	step.maybe
}

possible(step, gate, params) if {
	gate in step.may
	started(step, params.triggers)
}

# seen tells whether a step lets what it finds stop the pipeline, for all that is known.
holds(step) if {
	count(step.loose) == 0
	count(step.unclear) == 0
}
