# METADATA
# title: Code and configuration ask for TLS 1.2 or newer and verify who answers
# description: >-
#   TLS below 1.2 can be read by who sits in between, and so can any connection whose certificate nobody verifies or that has no TLS at
#   all. One line of configuration or code decides it, mostly written for a test and left there.
# related_resources:
#   - https://csrc.nist.gov/pubs/sp/800/52/r2/final
#   - https://www.rfc-editor.org/rfc/rfc8996
#   - https://www.rfc-editor.org/rfc/rfc6797
# custom:
#   id: HIPAA-REPO-010
#   severity: medium
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(e)(2)(i)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     hipaactl_tls_setting: {kind: string, confidence: string, minimum: number}
#     hipaactl_transport: {files: number, unread: number, found: [{kind: string, confidence: string}]}
#   assertions:
#     protocol: {title: No version of TLS below the required one is allowed}
#     verification: {title: Certificates are verified}
#     plain: {title: APIs and databases are not reached without TLS}
#     hsts: {title: Servers with TLS tell browsers to come back with it, severity: low}
#     advice: {title: Nothing is set that may go without TLS or verification, severity: info}
#   params:
#     minimum: {type: number, default: 1.2, stricter: higher, source: "NIST SP 800-52 revision 2, which guidance on the Rule names, and RFC 8996; 1.3 leaves out what it permits besides"}
#     confidence: {type: "[string]", default: [high], stricter: more, source: "hipaactl's own choice: what is of medium confidence may be something else, and is advice"}
#   remediation: >-
#     Allow TLS 1.2 and 1.3 alone, turn verification on and trust the authority that signed what is to be reached, call APIs by https, and
#     send Strict-Transport-Security. What no patient's data passes is waived by the address of the setting, which may be a glob of files.
package hipaactl.files.transport

names := {"protocol", "verification", "plain", "hsts"}

messages := {
	"verification": "a certificate is not verified",
	"plain": "a connection has no TLS",
	"hsts": "the server does not send Strict-Transport-Security",
}

is_setting if input._.type == "hipaactl_tls_setting"

is_whole if input._.type == "hipaactl_transport"

sure(find) if find.confidence in data.params.confidence

deny contains {"assertion": "protocol", "paths": ["kind", "minimum"], "message": sprintf("a version of TLS below %v is allowed", [data.params.minimum])} if {
	is_setting
	input.kind == "protocol"
	input.minimum < data.params.minimum
}

deny contains {"assertion": input.kind, "paths": ["kind", "confidence"], "message": message} if {
	is_setting
	message := messages[input.kind]
	sure(input)
}

deny contains {"assertion": "advice", "paths": ["kind", "confidence"], "message": sprintf("it may be that %s", [message])} if {
	is_setting
	message := messages[input.kind]
	not sure(input)
}

not_applicable contains {"assertion": name, "paths": ["kind"], "message": "this setting is about something else"} if {
	is_setting
	some name in names - {input.kind}
}

not_applicable contains {"assertion": "advice", "paths": ["kind"], "message": "a version is allowed or is not"} if {
	is_setting
	input.kind == "protocol"
}

not_applicable contains {"assertion": name, "paths": ["files", "unread"], "message": "there is nothing to examine"} if {
	is_whole
	input.files == 0
	input.unread == 0
	some name in names | {"advice"}
}

not_applicable contains {"assertion": find.kind, "paths": paths, "message": "each setting is judged by itself"} if {
	is_whole
	some i, find in input.found
	find.kind in names
	judged(find)
	paths := [sprintf("found[%d].kind", [i]), sprintf("found[%d].confidence", [i])]
}

judged(find) if find.kind == "protocol"

judged(find) if sure(find)

not_applicable contains {"assertion": "advice", "paths": [path], "message": "each setting is judged by itself"} if {
	is_whole
	some i, find in input.found
	not judged(find)
	path := sprintf("found[%d].confidence", [i])
}

unknown contains {"assertion": name, "paths": ["unread"], "message": "a file could not be read"} if {
	is_whole
	input.unread > 0
	some name in names | {"advice"}
}
