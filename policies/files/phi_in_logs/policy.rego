# METADATA
# title: Logs and debug output hold no PHI
# description: >-
#   Logs are copied, shipped and kept by systems that nobody thinks of as holding PHI, and read by people who have no need to know it.
#   What code writes there by the name of a patient's number, birth date or diagnosis ends up with all of them.
# related_resources:
#   - https://cwe.mitre.org/data/definitions/532.html
#   - https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final
# custom:
#   id: HIPAA-REPO-003
#   severity: high
#   citations: ["164.312(b)", "164.312(a)(1)"]
#   resources:
#     hipaactl_log_call: {kind: string, confidence: string}
#     hipaactl_logging: {files: number, unread: number, found: [{kind: string, confidence: string}]}
#   assertions:
#     phi: {title: No PHI is logged}
#     bodies: {title: No whole body of a request is logged, severity: medium}
#     settings: {title: No setting logs the values of statements or shows internals in production}
#     advice: {title: Nothing is logged that may be PHI, severity: info}
#   params:
#     confidence: {type: "[string]", default: [high], stricter: more, source: "hipaactl's own choice: what is of medium confidence may be something else, and is advice"}
#   remediation: >-
#     Log an opaque identifier, such as the record's own key, in the place of what names or describes a patient; mask what has to be there;
#     and turn the setting off for production. What is no PHI is waived by the address of the find, which may be a glob of files.
package hipaactl.files.phi_in_logs

demands := {"phi": {"phi"}, "bodies": {"request-body"}, "settings": {"sql", "debug"}}

names := {"phi", "bodies", "settings", "advice"}

messages := {
	"phi": "a value whose name says that it is PHI is logged",
	"request-body": "the whole body of a request is logged",
	"sql": "statements are logged with their values",
	"debug": "internals are shown in production",
}

is_find if input._.type == "hipaactl_log_call"

is_whole if input._.type == "hipaactl_logging"

about(kind) := {name | some name, kinds in demands; kind in kinds}

sure(find) if find.confidence in data.params.confidence

deny contains {"assertion": name, "paths": ["kind", "confidence"], "message": messages[input.kind]} if {
	is_find
	sure(input)
	some name in about(input.kind)
}

deny contains {"assertion": "advice", "paths": ["kind", "confidence"], "message": sprintf("it may be that %s", [messages[input.kind]])} if {
	is_find
	not sure(input)
}

not_applicable contains {"assertion": name, "paths": ["kind"], "message": "this find is about something else"} if {
	is_find
	some name in names - (about(input.kind) | {"advice"})
}

not_applicable contains {"assertion": name, "paths": ["files", "unread"], "message": "there is no code to examine"} if {
	is_whole
	input.files == 0
	input.unread == 0
	some name in names
}

not_applicable contains {"assertion": name, "paths": paths, "message": "each find is judged by itself"} if {
	is_whole
	some i, find in input.found
	sure(find)
	some name in about(find.kind)
	paths := [sprintf("found[%d].kind", [i]), sprintf("found[%d].confidence", [i])]
}

not_applicable contains {"assertion": "advice", "paths": [path], "message": "each find is judged by itself"} if {
	is_whole
	some i, find in input.found
	not sure(find)
	path := sprintf("found[%d].confidence", [i])
}

unknown contains {"assertion": name, "paths": ["unread"], "message": "a file could not be read"} if {
	is_whole
	input.unread > 0
	some name in names
}
