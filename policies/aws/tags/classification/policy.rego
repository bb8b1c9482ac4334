# METADATA
# title: Data stores say whether they hold PHI
# description: What is not known to hold PHI is left out of the risk analysis, and of every rule that asks more of PHI.
# related_resources:
#   - https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags-configuration-block
# custom:
#   id: HIPAA-TAG-001
#   severity: high
#   citations: ["164.308(a)(1)(ii)(A)", "164.310(d)(2)(iii)", "164.308(a)(7)(ii)(E)"]
#   nprm: ["164.308(a)(1)"]
#   resources:
#     aws_db_instance: {tags_all: &tags map(string), identifier: string, db_name: string}
#     aws_dynamodb_table: {tags_all: *tags, name: string}
#     aws_ebs_volume: {tags_all: *tags}
#     aws_efs_file_system: {tags_all: *tags, creation_token: string}
#     aws_rds_cluster: {tags_all: *tags, cluster_identifier: string, database_name: string}
#     aws_s3_bucket: {tags_all: *tags, bucket: string, bucket_prefix: string}
#     aws_secretsmanager_secret: {tags_all: *tags, name: string, name_prefix: string}
#   params:
#     words:
#       type: [string]
#       default: [phi, ephi, patient, patients, ehr, emr, claims, clinical]
#       unit: words in a name or a tag that suggest PHI
#       stricter: more
#   assertions:
#     classified:
#       title: It carries a HIPAA or DataClass tag
#       reads: [tags_all.HIPAA, tags_all.DataClass]
#     suggested:
#       title: Nothing that seems to hold PHI goes without saying so
#     consistent:
#       title: Its classification tags do not contradict each other
#       reads: # the usual spellings, so that other tags may be unknown: see spellings
#         - tags_all.HIPAA
#         - tags_all.Hipaa
#         - tags_all.hipaa
#         - tags_all.DataClass
#         - tags_all.Dataclass
#         - tags_all.dataclass
#         - tags_all.data_class
#         - tags_all["data-class"]
#         - tags_all.DataClassification
#         - tags_all.dataclassification
#         - tags_all.data_classification
#         - tags_all["data-classification"]
#         - tags_all["Data-Classification"]
#   remediation: Add the tags HIPAA = true or false and DataClass, on the resource or in the provider's default_tags.
package hipaactl.aws.tags.classification

# fold makes DataClass, data-class and data_class one key.
fold(key) := regex.replace(lower(key), `[^a-z0-9]`, "")

# kinds are the tags that classify, by what their key comes to.
kinds := {key: kind |
	some key, _ in input.tags_all
	kind := {"hipaa": "hipaa", "dataclass": "class", "dataclassification": "class"}[fold(key)]
}

hipaa := {key: lower(trim_space(input.tags_all[key])) | some key, "hipaa" in kinds}

class := {key: value |
	some key, "class" in kinds
	value := lower(trim_space(input.tags_all[key]))
	value != ""
}

no := {"false", "no", "none", "0"}

# Tags that say yes, and tags that say no. Other classes than PHI and public say neither.
yes_tags contains key if {
	some key, value in hipaa
	value in {"true", "yes", "1"}
}

yes_tags contains key if {
	some key, value in class
	count(words(value) & {"phi", "ephi"}) > 0
}

no_tags contains key if {
	some key, value in hipaa
	value in no
}

no_tags contains key if {
	some key, value in class
	value in {"public", "nonphi", "non-phi", "no-phi"}
}

saying := yes_tags | no_tags

# words are those of a text in lower case, but for what it denies: non-phi.
words(text) := {word |
	parts := regex.split(`[^a-z0-9]+`, lower(regex.replace(text, `([a-z0-9])([A-Z])`, "$1-$2")))
	some i, word in parts
	not denied(parts, i)
}

denied(parts, i) if parts[i - 1] in {"no", "non", "not", "without"}

suggestive(text) if {
	some word in data.params.words
	word in words(text)
}

names := object.remove(input, ["_", "tags_all"])

# suspicious is a quick look at everything at once: most names and tags hold none of
# the words, not even inside another.
suspicious if {
	tags := [text | some key, value in input.tags_all; some text in [key, value]]
	all := lower(concat(" ", array.concat(tags, [text | some text in names])))
	some word in data.params.words
	contains(all, word)
}

path(key) := sprintf("tags_all[%q]", [key])

# Where PHI is suggested.
hints contains "_.phi" if input._.phi == "yes"

hints contains attribute if {
	suspicious
	some attribute, text in names
	suggestive(text)
}

hints contains path(key) if {
	suspicious
	some key, value in input.tags_all
	suggestive(key)
	not lower(value) in no
}

hints contains path(key) if {
	suspicious
	some key, value in input.tags_all
	suggestive(value)
}

deny contains {
	"assertion": "classified",
	"paths": ["tags_all"],
	"message": "it carries no tag HIPAA = true or false and no DataClass",
} if {
	count(class) == 0
	count(saying) == 0
}

deny contains {
	"assertion": "suggested",
	"paths": ["tags_all", hint],
	"message": sprintf("%s, and no tag says whether it holds any", [suggestion]),
} if {
	count(saying) == 0
	some hint in hints
}

# suggestion is what its own name and tags say. Where they say nothing the mark came along
# a reference, from its address or from a marker: a policy does not see which, the finding says.
suggestion := "its name or a tag suggests PHI" if {
	count(hints - {"_.phi"}) > 0
} else := "it is marked as holding PHI"

not_applicable contains {
	"assertion": "suggested",
	"paths": [path(key)],
	"message": "a tag says whether it holds PHI",
} if {
	some key in saying
}

# spellings are the keys that are held against each other.
spellings := {
	"HIPAA", "Hipaa", "hipaa",
	"DataClass", "Dataclass", "dataclass", "data_class", "data-class",
	"DataClassification", "dataclassification", "data_classification", "data-classification", "Data-Classification",
}

deny contains {
	"assertion": "consistent",
	"paths": [path(yes), path(no)],
	"message": "one tag says that it holds PHI and another that it does not",
} if {
	some yes in (yes_tags & spellings)
	some no in (no_tags & spellings)
}

deny contains {
	"assertion": "consistent",
	"paths": [path(a), path(b)],
	"message": "two tags name different classes",
} if {
	some a, one in class
	some b, other in class
	{a, b} & spellings == {a, b}
	a < b
	one != other
}
