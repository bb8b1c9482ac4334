# METADATA
# title: Data stores name the team that answers for them
# description: Say here why it matters, in a sentence that stands in reports.
# custom:
#   id: {{.ID}}
#   severity: {default: low, phi: high}
#   citations: ["164.310(d)(2)(iii)"]
#   resources: {{{.Type}}: {tags_all: map(string)}}
#   remediation: Tag the resource, or the provider's default_tags, with Owner.
package {{.Package}}

# What is read stands in "resources" above, what is wrong is a deny. "paths" say what the denial
# rests on; no message holds a value, as that may be a secret. Values that cannot be known
# need nothing here: the verdict is then unknown, with the cause.
deny contains {"paths": ["tags_all.Owner"], "message": "nobody is named in the tag Owner"} if {
	object.get(input, ["tags_all", "Owner"], "") == ""
}
