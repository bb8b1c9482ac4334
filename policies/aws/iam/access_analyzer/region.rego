# METADATA
# title: An analyzer watches each Region for access from outside
# description: >-
#   IAM Access Analyzer proves which buckets, keys, roles and other resources can be reached from outside of the account or the
#   organisation, and says so when that changes. It looks at one Region, and only while it is active.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html
#   - https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_AnalyzerSummary.html
# custom:
#   id: HIPAA-IAM-018
#   severity: medium
#   citations: ["164.312(a)(1)", "164.308(a)(1)(ii)(D)", "164.308(a)(8)"]
#   scope: region
#   more: helps
#   resources:
#     aws_accessanalyzer_analyzer: {type: string}
#     aws_accessanalyzer_status: {type: string, status: string}
#   params:
#     organization_analyzer: {type: bool, default: false, stricter: false, source: true says that an analyzer of the organisation in another account watches this one}
#   remediation: Create an analyzer of the type ACCOUNT or ORGANIZATION in each Region in use, with aws_accessanalyzer_analyzer in code.
package hipaactl.aws.iam.access_analyzer_region

# Other types look for unused and for internal access.
outside := {"ACCOUNT", "ORGANIZATION"}

watched if {
	some analyzer in input.aws_accessanalyzer_analyzer
	analyzer.type in outside
	input._.source != "live"
}

watched if {
	some analyzer in input.aws_accessanalyzer_status
	analyzer.type in outside
	analyzer.status == "ACTIVE"
}

deny contains {"paths": paths, "message": "no active analyzer watches the Region for access from outside"} if {
	not watched
	not data.params.organization_analyzer
	paths := {
		true: ["aws_accessanalyzer_status[*].type", "aws_accessanalyzer_status[*].status"],
		false: ["aws_accessanalyzer_analyzer[*].type"],
	}[input._.source == "live"]
}

not_applicable contains {"paths": ["_.scope"], "message": "an analyzer of the organisation watches the account"} if {
	data.params.organization_analyzer
}
