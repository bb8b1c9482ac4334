package hipaactl.aws.cloudtrail.data_events_test

import data.hipaactl.aws.cloudtrail.data_events as policy

resource(type, phi, recorders) := {"_": {"type": type, "phi": phi, "recorders": recorders, "elsewhere": recorders}}

trail(type, values) := {"enable_logging": true, "event_selector": [selector]} if {
	selector := {"read_write_type": "All", "data_resource": [{"type": type, "values": values}]}
}

every_event(type) := {"enable_logging": true, "advanced_event_selector": [{"field_selector": conditions}]} if {
	conditions := [{"field": "eventCategory", "equals": ["Data"]}, {"field": "resources.type", "equals": [type]}]
}

test_only_phi_is_judged if {
	every phi in ["no", "unmarked"] {
		count(policy.deny) == 0 with input as resource("aws_s3_bucket", phi, [])
		count(policy.not_applicable) == 1 with input as resource("aws_s3_bucket", phi, [])
	}
}

test_recorded if {
	every type, name in policy.types {
		count(policy.deny) == 0 with input as resource(type, "yes", [every_event(name)])
		count(policy.deny) == 1 with input as resource(type, "yes", [every_event("AWS::SNS::Topic")])
	}
	count(policy.deny) == 0 with input as resource("aws_s3_bucket", "yes", [trail("AWS::S3::Object", ["ref:self.arn/"])])
	count(policy.deny) == 0 with input as resource("aws_dynamodb_table", "yes", [trail("AWS::DynamoDB::Table", ["ref:self.arn"])])
	count(policy.deny) == 0 with input as resource("aws_lambda_function", "yes", [trail("AWS::Lambda::Function", ["arn:aws:lambda"])])
}

test_a_trail_that_does_not_record if {
	said := policy.deny with input as resource("aws_s3_bucket", "yes", [{"enable_logging": true}])
	[paths] := [d.paths | some d in said]
	not "_.elsewhere" in paths
	count(policy.deny) == 1 with input as resource("aws_s3_bucket", "yes", [object.union(every_event("AWS::S3::Object"), {"enable_logging": false})])
}

test_no_trail_rests_on_other_stacks if {
	said := policy.deny with input as resource("aws_s3_bucket", "yes", [])
	[paths] := [d.paths | some d in said]
	"_.elsewhere" in paths
}

test_a_bucket_for_logs_is_spared if {
	every name in ["sources", "trails", "channels", "flow_logs", "load_balancers", "classic_load_balancers"] {
		every recorders in [[], [{}], [trail("AWS::S3::Object", ["arn:aws:s3:::clinic-"])]] {
			logs := object.union(resource("aws_s3_bucket", "yes", recorders), {"_": {name: [{}]}})
			count(policy.deny) == 0 with input as logs
			count(policy.unknown) == 0 with input as logs
			[n.paths | some n in policy.not_applicable] == [[sprintf("_.%s[0]", [name])]] with input as logs
		}
	}
}

test_it_rests_on_no_logs if {
	every recorders in [[], [{}]] {
		said := policy.deny with input as object.union(resource("aws_s3_bucket", "yes", recorders), {"_": {"sources": [], "trails": []}})
		[paths] := [d.paths | some d in said]
		every path in ["_.sources", "_.trails"] { path in paths }
		tables := policy.deny with input as object.union(resource("aws_dynamodb_table", "yes", recorders), {"_": {"sources": [], "trails": []}})
		[others] := [d.paths | some d in tables]
		not "_.sources" in others
	}
	named := policy.unknown with input as object.union(resource("aws_s3_bucket", "yes", [trail("AWS::S3::Object", ["arn:aws:s3:::clinic-"])]), {"_": {"sources": []}})
	[rests] := [u.paths | some u in named]
	"_.sources" in rests
}

test_only_the_name_can_tell if {
	count(policy.deny) == 0 with input as resource("aws_s3_bucket", "yes", [trail("AWS::S3::Object", ["arn:aws:s3:::clinic-"])])
	count(policy.unknown) == 1 with input as resource("aws_s3_bucket", "yes", [trail("AWS::S3::Object", ["arn:aws:s3:::clinic-"])])
}
